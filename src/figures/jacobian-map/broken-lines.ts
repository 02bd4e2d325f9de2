import type { PlotWindow, Position, Sample } from '../shared/contract.ts';

/**
 * Lines one after another with gaps between, and gaps where a line is undefined, far outside the
 * window, or jumps by half of it from one point to the next.
 */
export function joined(all: readonly (readonly Position[])[], { x, y }: PlotWindow): Sample[] {
  const wide = x.max - x.min;
  const high = y.max - y.min;
  const drawable = (point: Position) =>
    point.x > x.min - wide &&
    point.x < x.max + wide &&
    point.y > y.min - high &&
    point.y < y.max + high;
  const samples: Sample[] = [];
  for (const line of all) {
    let last: Position | null = null;
    for (const point of line) {
      if (!drawable(point)) {
        last = null;
        continue;
      }
      const jump =
        last && line.length > 2 && Math.hypot(point.x - last.x, point.y - last.y) > wide / 2;
      if (samples.length > 0 && (last === null || jump)) samples.push({ x: point.x, y: null });
      samples.push(point);
      last = point;
    }
  }
  return samples;
}
