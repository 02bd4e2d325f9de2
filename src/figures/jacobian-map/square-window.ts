import type { PlotWindow } from '../shared/contract.ts';
import { niceStep } from '../shared/nice-range.ts';
import type { Position } from '../shared/slope-at.ts';

/**
 * The square window with round ends around most of a cloud of points (all but the farthest 4% on
 * each side, where a map with a pole sends its neighbourhood) and around all of the `kept` ones.
 */
export function windowAround(
  cloud: readonly Position[],
  kept: readonly Position[] = [],
): PlotWindow {
  const spans = (['x', 'y'] as const).map((axis) => {
    const values = cloud.map((point) => point[axis]).filter(Number.isFinite);
    const sorted = values.sort((a, b) => a - b);
    const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))];
    const must = kept.map((point) => point[axis]).filter(Number.isFinite);
    const ends = [at(0.04), at(0.96)].filter((value) => value !== undefined);
    const all = [...ends, ...must];
    return all.length > 0 ? [Math.min(...all), Math.max(...all)] : [-1, 1];
  });
  const [x = [], y = []] = spans;
  return roundSquare(x as [number, number], y as [number, number]);
}

type Span = readonly [low: number, high: number];

/** Both spans widened to one length, at least a tenth larger than the longer, with round ends. */
function roundSquare(x: Span, y: Span): PlotWindow {
  const longer = Math.max(x[1] - x[0], y[1] - y[0]);
  const half = 0.55 * (longer > 0 ? longer : Math.max(1, Math.abs(x[0]), Math.abs(y[0])));
  const step = niceStep(2 * half) / 2;
  const middle = ([low, high]: Span) => Math.round((low + high) / 2 / step) * step;
  const off = Math.max(...[x, y].map((span) => Math.abs((span[0] + span[1]) / 2 - middle(span))));
  const reach = Math.ceil((half + off) / step) * step;
  const range = (span: Span) => ({
    min: tidy(middle(span) - reach),
    max: tidy(middle(span) + reach),
  });
  return { x: range(x), y: range(y) };
}

const tidy = (value: number): number => Number(value.toPrecision(12)) + 0;

/** The square window, not rounded, that a square of this half side fills around a point. */
export function closeUp({ x, y }: Position, half: number): PlotWindow {
  return { x: { min: x - half, max: x + half }, y: { min: y - half, max: y + half } };
}
