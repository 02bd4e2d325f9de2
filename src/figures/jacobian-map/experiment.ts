import type { Control, Position } from '../shared/contract.ts';
import { orNull, requireFinite } from '../shared/finite.ts';
import { checkedAreaFactor } from './area.ts';
import { type Domain, domainOf } from './domain.ts';
import { type Image, imageOf } from './image.ts';
import { mapsOfThePlane, none, secondMaps } from './maps.ts';
import { type Moved, type MovedGrid, movedBy } from './moved-grid.ts';
import { type Matrix2, type PlaneMap, determinant, hasKink, linearise } from './plane-map.ts';
import type { Square } from './square.ts';
import { stretches } from './stretching.ts';

export interface Params {
  f: string;
  /** A map that comes after f, or none. */
  g: string;
  x: number;
  y: number;
  side: number;
}

export const defaults: Params = { f: 'x^2+y, x*y', g: none, x: 1, y: 2, side: 1 };

export const controls = {
  f: { label: 'Map', symbol: 'f', options: mapsOfThePlane, own: ['x', 'y'], pair: true },
  g: { label: 'Then', symbol: 'g', options: secondMaps },
  x: { label: 'Point x', symbol: 'x', min: -3, max: 3, step: 0.1, role: 'input' },
  y: { label: 'Point y', symbol: 'y', min: -3, max: 3, step: 0.1, role: 'input' },
  side: {
    label: 'Side of the square',
    symbol: 's',
    min: 0.01,
    max: 2,
    scale: 'log',
    role: 'input',
  },
} as const satisfies Record<keyof Params, Control>;

/** Of the whole map, f or g after f. Computed in float64. What does not exist at the point is null. */
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
  /** The Jacobian of f at the point and that of g at its image, whose product J is; null without g. */
  factors: { first: Matrix2; second: Matrix2 } | null;
  domain: Domain;
  /** After f, where g comes next; null without g. */
  between: Image | null;
  image: Image;
}

/** One map of the plane or two near a point, and the linear map that it looks like. Throws ExpressionError. */
export function run({ f, g, x, y, side }: Params): Result {
  requireFinite('jacobian-map', { x, y, side });
  const moved = movedBy(f, g);
  const square = { centre: { x, y }, side };
  const { value, jacobian, stretched, image } = near(moved.whole, square);
  return {
    value,
    jacobian,
    det: jacobian && orNull(determinant(jacobian)),
    singularValues: stretched && [stretched[0].length, stretched[1].length],
    areaFactor: checkedAreaFactor(moved.whole.map, square),
    kink: value !== null && hasKink(moved.whole.map, { x, y }),
    nowhere: image.grid.length === 0,
    factors: factorsOf(moved, { x, y }),
    domain: domainOf(square, stretched ?? []),
    between: moved.second && near(moved.first, square).image,
    image,
  };
}

/** What a map and the linear map make of a square. */
function near(moved: MovedGrid, square: Square) {
  const { value, jacobian } = finiteAt(moved.map, square.centre);
  const stretched = jacobian ? stretches(jacobian) : null;
  const linear = value && jacobian && stretched ? { centre: value, jacobian, stretched } : null;
  return { value, jacobian, stretched, image: imageOf(moved, square, value, linear) };
}

function factorsOf({ first, second }: Moved, point: Position): Result['factors'] {
  if (!second) return null;
  const inner = finiteAt(first.map, point);
  const outer = inner.value && finiteAt(second, inner.value);
  if (!inner.jacobian || !outer?.jacobian) return null;
  return { first: inner.jacobian, second: outer.jacobian };
}

/** Null in place of what is not finite; −0, which multiplying by zero leaves, as 0. */
function finiteAt(map: PlaneMap, point: Position): Pick<Result, 'value' | 'jacobian'> {
  const {
    value,
    jacobian: [[a, b], [c, d]],
  } = linearise(map, point);
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
