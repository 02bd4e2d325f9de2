import { at } from '../shared/at.ts';
import type { PlotWindow, Position, Range } from '../shared/contract.ts';
import { niceStep } from '../shared/nice-range.ts';

/** Where most of a cloud of points lies along each axis; null where it has no finite points. */
export interface Bulk {
  x: Range | null;
  y: Range | null;
}

/** All but the farthest 4% on each side, where a map with a pole sends its neighbourhood. */
export function bulkOf(cloud: readonly Position[]): Bulk {
  const along = (values: readonly number[]): Range | null => {
    const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
    const quantile = (share: number) => at(sorted, Math.round(share * (sorted.length - 1)));
    return sorted.length === 0 ? null : { min: quantile(0.04), max: quantile(0.96) };
  };
  return { x: along(cloud.map(({ x }) => x)), y: along(cloud.map(({ y }) => y)) };
}

/** The square window with round ends around the bulk of a cloud and around all of the `kept` points. */
export function windowAround(bulk: Bulk, kept: readonly Position[] = []): PlotWindow {
  const along = (axis: 'x' | 'y'): Range => {
    const range = bulk[axis];
    const all = kept.map((point) => point[axis]).filter(Number.isFinite);
    if (range) all.push(range.min, range.max);
    return all.length > 0 ? { min: Math.min(...all), max: Math.max(...all) } : { min: -1, max: 1 };
  };
  return roundSquare(along('x'), along('y'));
}

/** Both ranges widened to one length, at least a tenth larger than the longer, with round ends. */
function roundSquare(x: Range, y: Range): PlotWindow {
  const longer = Math.max(x.max - x.min, y.max - y.min);
  const half = 0.55 * (longer > 0 ? longer : Math.max(1, Math.abs(x.min), Math.abs(y.min)));
  const step = niceStep(2 * half) / 2;
  const middle = ({ min, max }: Range) => (min + max) / 2;
  const rounded = (range: Range) => Math.round(middle(range) / step) * step;
  const off = Math.max(Math.abs(middle(x) - rounded(x)), Math.abs(middle(y) - rounded(y)));
  const reach = Math.ceil((half + off) / step) * step;
  const widened = (range: Range) => ({
    min: tidy(rounded(range) - reach),
    max: tidy(rounded(range) + reach),
  });
  return { x: widened(x), y: widened(y) };
}

const tidy = (value: number): number => Number(value.toPrecision(12)) + 0;

/** The square window, not rounded, that a square of this half side fills around a point. */
export function closeUp({ x, y }: Position, half: number): PlotWindow {
  return { x: { min: x - half, max: x + half }, y: { min: y - half, max: y + half } };
}
