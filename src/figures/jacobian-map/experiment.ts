import type { Control, Position } from '../shared/contract.ts';
import { orNull, requireFinite } from '../shared/finite.ts';
import { checkedAreaFactor } from './area.ts';
import { type Domain, domainOf } from './domain.ts';
import { type Image, imageOf } from './image.ts';
import { mapsOfThePlane } from './maps.ts';
import { movedGrid } from './moved-grid.ts';
import { type Matrix2, determinant, hasKink, linearise } from './plane-map.ts';
import { stretches } from './stretching.ts';

export interface Params {
  f: string;
  x: number;
  y: number;
  side: number;
}

export const defaults: Params = { f: 'x^2+y, x*y', x: 1, y: 2, side: 1 };

export const controls = {
  f: { label: 'Map', symbol: 'f', options: mapsOfThePlane, own: ['x', 'y'], pair: true },
  x: { label: 'Point x', symbol: 'x', min: -3, max: 3, step: 0.1, role: 'input' },
  y: { label: 'Point y', symbol: 'y', min: -3, max: 3, step: 0.1, role: 'input' },
  side: {
    label: 'Side of the square',
    symbol: 'h',
    min: 0.01,
    max: 2,
    scale: 'log',
    role: 'input',
  },
} as const satisfies Record<keyof Params, Control>;

/** Computed in float64. What does not exist at the point is null. */
export interface Result {
  value: Position | null;
  /** Row by row: [[∂f₁/∂x, ∂f₁/∂y], [∂f₂/∂x, ∂f₂/∂y]]. At a kink it is what PyTorch answers. */
  jacobian: Matrix2 | null;
  det: number | null;
  /** The largest and the smallest factor by which J stretches a length. */
  singularValues: [number, number] | null;
  /** The signed area of the image of the square, per area of the square. */
  areaFactor: number | null;
  /** The map has a kink here: its Jacobian is a convention of PyTorch. */
  kink: boolean;
  /** The map is defined nowhere in the picture. */
  nowhere: boolean;
  domain: Domain;
  image: Image;
}

/** A map of the plane near a point, and the linear map that it looks like. Throws ExpressionError. */
export function run({ f, x, y, side }: Params): Result {
  requireFinite('jacobian-map', { x, y, side });
  const moved = movedGrid(f);
  const square = { centre: { x, y }, side };
  const { value, jacobian } = finiteAt(linearise(moved.map, { x, y }));
  const stretched = jacobian ? stretches(jacobian) : null;
  const linear = value && jacobian && stretched ? { centre: value, jacobian, stretched } : null;
  const image = imageOf(moved, square, value, linear);
  return {
    value,
    jacobian,
    det: jacobian && orNull(determinant(jacobian)),
    singularValues: stretched && [stretched[0].length, stretched[1].length],
    areaFactor: checkedAreaFactor(moved.map, square),
    kink: value !== null && hasKink(moved.map, { x, y }),
    nowhere: image.grid.length === 0,
    domain: domainOf(square, stretched ?? []),
    image,
  };
}

/** Null in place of what is not finite; −0, which multiplying by zero leaves, as 0. */
function finiteAt({
  value,
  jacobian: [[a, b], [c, d]],
}: ReturnType<typeof linearise>): Pick<Result, 'value' | 'jacobian'> {
  if (!Number.isFinite(value.x) || !Number.isFinite(value.y))
    return { value: null, jacobian: null };
  if (![a, b, c, d].every(Number.isFinite)) return { value, jacobian: null };
  return {
    value,
    jacobian: [
      [a + 0, b + 0],
      [c + 0, d + 0],
    ],
  };
}
