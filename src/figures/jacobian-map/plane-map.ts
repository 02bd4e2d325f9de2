import { type Expression, compile, differentiate, parsePair } from '@calculus/expression';
import { kinkAt } from '../shared/one-sided.ts';
import type { Position } from '../shared/slope-at.ts';

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
  const [first, second] = [compile(parts[0]), compile(parts[1])];
  return { parts, at: ({ x, y }) => ({ x: first({ x, y }), y: second({ x, y }) }) };
}

export interface Linearisation {
  value: Position;
  jacobian: Matrix2;
}

/** Value and Jacobian as PyTorch has them, in float64: one backward pass a row. */
export function linearise({ parts }: PlaneMap, { x, y }: Position): Linearisation {
  const [first, second] = parts.map((part) => differentiate(part, { x, y }));
  const row = (gradient: Record<string, number> = {}): [number, number] => [
    gradient['x'] ?? NaN,
    gradient['y'] ?? NaN,
  ];
  return {
    value: { x: first?.value ?? NaN, y: second?.value ?? NaN },
    jacobian: [row(first?.gradient), row(second?.gradient)],
  };
}

/** Whether a part of the map has a kink at the point, along x or along y. */
export function hasKink({ at }: PlaneMap, { x, y }: Position): boolean {
  return (['x', 'y'] as const).some(
    (part) =>
      kinkAt((place) => at({ x: place, y })[part], x) !== null ||
      kinkAt((place) => at({ x, y: place })[part], y) !== null,
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
