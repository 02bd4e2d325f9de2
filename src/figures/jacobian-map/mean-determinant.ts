import { enableGrad, grad, tensor } from '@calculus/autograd';
import { type Expression, evaluate } from '@calculus/expression';
import { at } from '../shared/at.ts';
import { determinant, type PlaneMap } from './plane-map.ts';
import type { Square } from './square.ts';

/** Squares along each side; their middles stand for them. */
const cells = 32;
const steps = Array.from({ length: cells }, (_, index) => (index + 0.5) / cells - 0.5);

/**
 * The mean of the determinant over a square, and that of its size: autograd at all middles at once.
 * What is undefined or infinite somewhere makes both NaN or infinite.
 */
export function meanDeterminant(
  { parts }: Pick<PlaneMap, 'parts'>,
  { centre, side }: Square,
): { mean: number; size: number } {
  const along = steps.map((step) => centre.x + side * step);
  const up = steps.map((step) => centre.y + side * step);
  const xs = up.flatMap(() => along);
  const ys = up.flatMap((y) => along.map(() => y));
  const first = slopesOf(parts[0], xs, ys);
  const second = slopesOf(parts[1], xs, ys);
  const determinants = xs.map((_, i) =>
    determinant([
      [at(first.dx, i), at(first.dy, i)],
      [at(second.dx, i), at(second.dy, i)],
    ]),
  );
  return { mean: mean(determinants), size: mean(determinants.map(Math.abs)) };
}

/** Both partial derivatives of a formula at all points; zeros of a variable that it lacks. */
function slopesOf(part: Expression, xs: number[], ys: number[]): { dx: number[]; dy: number[] } {
  const x = tensor(xs, { dtype: 'float64', requiresGrad: true });
  const y = tensor(ys, { dtype: 'float64', requiresGrad: true });
  return enableGrad(() => {
    const value = evaluate(part, { x, y });
    const zeros = xs.map(() => 0);
    if (!value.requiresGrad) return { dx: zeros, dy: zeros };
    const slopes = grad(value.sum(), [x, y], { allowUnused: true });
    const numbers = (index: number) => (at(slopes, index)?.tolist() ?? zeros) as number[];
    return { dx: numbers(0), dy: numbers(1) };
  });
}

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
