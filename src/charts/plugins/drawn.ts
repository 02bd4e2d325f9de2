import { inside, type Plot, toPixel } from '../plot.ts';
import { drawableSamples } from '../samples.ts';
import type { Curve, ChartSpec, Position } from '../types.ts';

/** Pixels of a curve inside the plot, in order. */
export function curvePixels(curve: Curve, { x, y }: ChartSpec, plot: Plot): Position[] {
  const ends = [
    { min: plot.x.min, max: plot.x.max, scale: x.scale ?? 'linear' },
    { min: plot.y.min, max: plot.y.max, scale: y.scale ?? 'linear' },
  ] as const;
  return drawableSamples(curve, ...ends).flatMap((sample) => {
    if (sample.y === null) return [];
    const pixel = toPixel({ x: sample.x, y: sample.y }, plot);
    return inside(pixel, plot.area, 1) ? [pixel] : [];
  });
}

/** A line as pixels about four apart; longer gaps than a plot is wide are gaps. */
export function dense(line: readonly Position[]): Position[] {
  const found: Position[] = [];
  let last: Position | undefined;
  for (const pixel of line) {
    const length = last ? Math.hypot(pixel.x - last.x, pixel.y - last.y) : Infinity;
    if (length < 3) continue;
    if (last && length < 1600) found.push(...between(last, pixel, Math.ceil(length / 4)));
    found.push(pixel);
    last = pixel;
  }
  return found;
}

function between(from: Position, to: Position, parts: number): Position[] {
  return Array.from({ length: parts - 1 }, (_, i) => ({
    x: from.x + ((to.x - from.x) * (i + 1)) / parts,
    y: from.y + ((to.y - from.y) * (i + 1)) / parts,
  }));
}

/** A mark hides more than a line does: nine pixels stand for it. */
export function spot({ x, y }: Position): Position[] {
  return [-4, 0, 4].flatMap((dx) => [-4, 0, 4].map((dy) => ({ x: x + dx, y: y + dy })));
}

/** A bar hides what lies on it: pixels four apart, all over it. */
export function covered({
  x,
  y,
  base,
  width,
}: Record<'x' | 'y' | 'base' | 'width', number>): Position[] {
  const low = Math.min(y, base);
  const down = Math.floor(Math.abs(base - y) / 4) + 1;
  const across = Math.floor(width / 4) + 1;
  return Array.from({ length: down * across }, (_, i) => ({
    x: x - width / 2 + 4 * (i % across),
    y: low + 4 * Math.floor(i / across),
  }));
}
