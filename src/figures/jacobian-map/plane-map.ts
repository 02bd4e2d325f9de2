import { type Expression, compile, parsePair } from '@calculus/expression';
import type { Position } from '../shared/contract.ts';
import { kinkAt } from '../shared/one-sided.ts';
import { gradientAt } from '../shared/slope-at.ts';

/** Row by row: [[∂f₁/∂x, ∂f₁/∂y], [∂f₂/∂x, ∂f₂/∂y]]. */
export type Matrix2 = [[number, number], [number, number]];

/** A map of the plane to itself, from two formulas in x and y. */
export interface PlaneMap {
  parts: readonly [Expression, Expression];
  /** NaN where a part is undefined. */
  at: (point: Position) => Position;
}

/** Reads two formulas with a comma between. Throws ExpressionError. */
export function readMap(text: string): PlaneMap {
  const parts = parsePair(text, { variables: ['x', 'y'] });
  const first = compile(parts[0]);
  const second = compile(parts[1]);
  return { parts, at: ({ x, y }) => ({ x: first({ x, y }), y: second({ x, y }) }) };
}

export interface Linearisation {
  value: Position;
  jacobian: Matrix2;
}

/** Value and Jacobian as PyTorch has them, in float64, NaN included: one backward pass a row. */
export function linearise({ parts }: PlaneMap, point: Position): Linearisation {
  const first = gradientAt(parts[0], point);
  const second = gradientAt(parts[1], point);
  return {
    value: { x: first.value, y: second.value },
    jacobian: [
      [first.dfdx, first.dfdy],
      [second.dfdx, second.dfdy],
    ],
  };
}

/** Whether a part of the map has a kink at the point, along x or along y. */
export function hasKink({ at }: PlaneMap, { x, y }: Position): boolean {
  return (['x', 'y'] as const).some(
    (part) =>
      kinkAt((moved) => at({ x: moved, y })[part], x) !== null ||
      kinkAt((moved) => at({ x, y: moved })[part], y) !== null,
  );
}

/** The signed factor by which the linear map changes areas: ad − bc. */
export function determinant([[a, b], [c, d]]: Matrix2): number {
  return a * d - b * c;
}

/** J times a vector. */
export function apply([[a, b], [c, d]]: Matrix2, { x, y }: Position): Position {
  return { x: a * x + b * y, y: c * x + d * y };
}
