import { enableGrad, grad, tensor } from '@calculus/autograd';
import type { Point } from './compile.ts';
import { evaluate } from './evaluate.ts';
import type { Expression } from './tree.ts';

export type Precision = 'float32' | 'float64';

export interface Derivatives {
  value: number;
  /** The partial derivative by each coordinate of the point; 0 for one that the formula lacks. */
  gradient: Record<string, number>;
}

/** Value and gradient at a point in one forward and one backward pass of autograd. */
export function differentiate(
  expression: Expression,
  point: Point,
  dtype: Precision = 'float64',
): Derivatives {
  return enableGrad(() => {
    const names = Object.keys(point);
    const leaves = Object.values(point).map((value) =>
      tensor(value, { dtype, requiresGrad: true }),
    );
    const pairs = leaves.map((leaf, index) => [names[index] ?? '', leaf] as const);
    const value = evaluate(expression, Object.fromEntries(pairs));
    const slopes = value.requiresGrad ? grad(value, leaves, { allowUnused: true }) : [];
    const gradient = names.map((name, index) => [name, slopes[index]?.item() ?? 0] as const);
    return { value: value.item(), gradient: Object.fromEntries(gradient) };
  });
}

/**
 * The partial derivatives at a point, in float64, through autograd. Where a derivative does not
 * exist it is what PyTorch answers: 0 for |x| and relu at 0, half for a tie of max or min.
 */
export function gradient(expression: Expression, point: Point): Record<string, number> {
  return differentiate(expression, point).gradient;
}
