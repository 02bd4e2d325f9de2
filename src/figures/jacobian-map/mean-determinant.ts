import { enableGrad, grad, tensor } from '@calculus/autograd';
import { evaluate } from '@calculus/expression';
import type { PlaneMap } from './plane-map.ts';
import type { Square } from './square.ts';

/** Squares along each side; their middles stand for them. */
const cells = 32;

/**
 * The mean of the determinant over a square, and that of its size: autograd at all middles at once.
 * What is undefined or infinite somewhere makes both NaN or infinite.
 */
export function meanDeterminant(
  { parts }: Pick<PlaneMap, 'parts'>,
  { centre, side }: Square,
): { mean: number; size: number } {
  const steps = Array.from({ length: cells }, (_, index) => (index + 0.5) / cells - 0.5);
  const places = steps.flatMap((up) => steps.map((across) => ({ across, up })));
  const leaf = (numbers: number[]) => tensor(numbers, { dtype: 'float64', requiresGrad: true });
  const x = leaf(places.map(({ across }) => centre.x + side * across));
  const y = leaf(places.map(({ up }) => centre.y + side * up));
  const rows = parts.map((part) =>
    enableGrad(() => {
      const value = evaluate(part, { x, y });
      const slopes = value.requiresGrad ? grad(value.sum(), [x, y], { allowUnused: true }) : [];
      return [slopes[0], slopes[1]].map((slope) => (slope?.tolist() ?? []) as number[]);
    }),
  );
  const entry = (row: number, column: number, index: number) => rows[row]?.[column]?.[index] ?? 0;
  const determinants = places.map(
    (_, i) => entry(0, 0, i) * entry(1, 1, i) - entry(0, 1, i) * entry(1, 0, i),
  );
  const mean = (numbers: number[]) =>
    numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  return { mean: mean(determinants), size: mean(determinants.map(Math.abs)) };
}
