import { type Tensor, enableGrad, grad, tensor } from '@calculus/autograd';
import { type Expression, compile, evaluate, parsePair } from '@calculus/expression';
import { at as entry } from '../shared/at.ts';
import type { Position } from '../shared/contract.ts';
import { kinkAt } from '../shared/one-sided.ts';
import { isContinuous } from './continuity.ts';

/** Row by row: [[∂f₁/∂x, ∂f₁/∂y], [∂f₂/∂x, ∂f₂/∂y]]. */
export type Matrix2 = [[number, number], [number, number]];

/** A map of the plane to itself. */
export interface PlaneMap {
  /** Both parts at as many points as there are entries, recorded so that they can be differentiated. */
  of: (x: Tensor, y: Tensor) => readonly [Tensor, Tensor];
  /** NaN where a part is undefined. */
  at: (point: Position) => Position;
  /** Neither hole nor jump anywhere, as far as its formulas show. */
  continuous: boolean;
}

/** A map from two formulas in x and y. */
export interface FormulaMap extends PlaneMap {
  parts: readonly [Expression, Expression];
}

/** Reads two formulas with a comma between. Throws ExpressionError. */
export function readMap(text: string): FormulaMap {
  const parts = parsePair(text, { variables: ['x', 'y'] });
  const first = compile(parts[0]);
  const second = compile(parts[1]);
  return {
    parts,
    of: (x, y) => [evaluate(parts[0], { x, y }), evaluate(parts[1], { x, y })],
    at: ({ x, y }) => ({ x: first({ x, y }), y: second({ x, y }) }),
    continuous: parts.every(isContinuous),
  };
}

/** The second map after the first. */
export const composed = (second: PlaneMap, first: PlaneMap): PlaneMap => ({
  of: (x, y) => second.of(...first.of(x, y)),
  at: (point) => second.at(first.at(point)),
  continuous: second.continuous && first.continuous,
});

/** A part's values at several points, and its partial derivatives there. */
export interface PartSlopes {
  values: number[];
  dx: number[];
  dy: number[];
}

/** Both parts at all points as PyTorch has them, in float64, NaN included: one backward pass a part. */
export function slopesOf(map: PlaneMap, xs: number[], ys: number[]): [PartSlopes, PartSlopes] {
  return enableGrad(() => {
    const x = tensor(xs, { dtype: 'float64', requiresGrad: true });
    const y = tensor(ys, { dtype: 'float64', requiresGrad: true });
    const slopes = (part: Tensor): PartSlopes => {
      const found = part.requiresGrad
        ? grad(part.sum(), [x, y], { allowUnused: true, retainGraph: true })
        : [null, null];
      const numbers = (index: number) =>
        (entry(found, index)?.tolist() ?? xs.map(() => 0)) as number[];
      return { values: part.tolist() as number[], dx: numbers(0), dy: numbers(1) };
    };
    const [first, second] = map.of(x, y);
    return [slopes(first), slopes(second)];
  });
}

export interface Linearisation {
  value: Position;
  jacobian: Matrix2;
}

/** Value and Jacobian as PyTorch has them, in float64, NaN included. */
export function linearise(map: PlaneMap, { x, y }: Position): Linearisation {
  const [first, second] = slopesOf(map, [x], [y]);
  const row = ({ dx, dy }: PartSlopes): [number, number] => [entry(dx, 0), entry(dy, 0)];
  return {
    value: { x: entry(first.values, 0), y: entry(second.values, 0) },
    jacobian: [row(first), row(second)],
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

/** The second matrix after the first. */
export const product = ([[a, b], [c, d]]: Matrix2, [[e, f], [g, h]]: Matrix2): Matrix2 => [
  [a * e + b * g, a * f + b * h],
  [c * e + d * g, c * f + d * h],
];

/** J times a vector. */
export function apply([[a, b], [c, d]]: Matrix2, { x, y }: Position): Position {
  return { x: a * x + b * y, y: c * x + d * y };
}
