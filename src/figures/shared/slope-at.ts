import { type Expression, type Precision, differentiate } from '@calculus/expression';
import type { Position } from './contract.ts';

export type { Position };
export { direction } from './direction.ts';

/** f and f′ at x as PyTorch has them, infinities and NaN included. */
export function slopeAt(
  expression: Expression,
  x: number,
  dtype: Precision = 'float64',
): { value: number; slope: number } {
  const { value, gradient } = differentiate(expression, { x }, dtype);
  return { value, slope: partial(gradient, 'x') };
}

/** f and its partial derivatives at a point as PyTorch has them, in float64. */
export function gradientAt(
  expression: Expression,
  { x, y }: Position,
): { value: number; dfdx: number; dfdy: number } {
  const { value, gradient } = differentiate(expression, { x, y });
  return { value, dfdx: partial(gradient, 'x'), dfdy: partial(gradient, 'y') };
}

function partial(gradient: Readonly<Record<string, number>>, name: string): number {
  const slope = gradient[name];
  if (slope === undefined) throw new Error(`slope-at: no partial derivative by ${name}`);
  return slope;
}
