import { at } from '../shared/at.ts';
import { type PlaneMap, determinant, slopesOf } from './plane-map.ts';
import type { Square } from './square.ts';

/** Squares along each side; their middles stand for them. */
const cells = 32;
const steps = Array.from({ length: cells }, (_, index) => (index + 0.5) / cells - 0.5);

/**
 * The mean of the determinant over a square, and that of its size: autograd at all middles at once.
 * What is undefined or infinite somewhere makes both NaN or infinite.
 */
export function meanDeterminant(
  map: PlaneMap,
  { centre, side }: Square,
): { mean: number; size: number } {
  const along = steps.map((step) => centre.x + side * step);
  const up = steps.map((step) => centre.y + side * step);
  const xs = up.flatMap(() => along);
  const ys = up.flatMap((y) => along.map(() => y));
  const [first, second] = slopesOf(map, xs, ys);
  const determinants = xs.map((_, i) =>
    determinant([
      [at(first.dx, i), at(first.dy, i)],
      [at(second.dx, i), at(second.dy, i)],
    ]),
  );
  return { mean: mean(determinants), size: mean(determinants.map(Math.abs)) };
}

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
