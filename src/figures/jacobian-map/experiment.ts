import type { Control } from '../shared/contract.ts';
import { orNull } from '../shared/field.ts';
import { requireFinite } from '../shared/finite.ts';
import { mapsOfThePlane } from './maps.ts';
import { type Domain, type Image, domainOf, imageOf } from './picture.ts';
import { type Moved, corners, crossings } from './samples.ts';
import { meanDeterminant } from './mean-determinant.ts';
import {
  type Linearisation,
  type Matrix2,
  type PlaneMap,
  determinant,
  hasKink,
  linearise,
  readMap,
} from './plane-map.ts';
import type { Position } from '../shared/slope-at.ts';
import { type Square, areaFactor } from './square.ts';
import { stretches } from './stretching.ts';
import { matrixText, vectorText } from '../shared/text.ts';
import { type VectorJacobian, vectorJacobian } from '../shared/vector-function.ts';

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

/** A square around the point, and how many times its area the signed area of its image is. */
export interface Shrinking {
  side: number;
  factor: number | null;
}

/** Computed in float64 unless said. What does not exist at the point is null. */
export interface Result {
  value: Position | null;
  valueText: string;
  /** Row by row: [[∂f₁/∂x, ∂f₁/∂y], [∂f₂/∂x, ∂f₂/∂y]]. */
  jacobian: Matrix2 | null;
  jacobianText: string;
  det: number | null;
  /** The largest and the smallest factor by which J stretches a length. */
  singularValues: [number, number] | null;
  singularValuesText: string;
  /** The ellipse in words. */
  stretchText: string;
  /** The signed area of the image of the square, per area of the square. */
  areaFactor: number | null;
  /** The square and four of half the side each; their factors tend to det. */
  shrinking: Shrinking[];
  /** The map has a kink here: its Jacobian is a convention of PyTorch. */
  kink: boolean;
  /** The map is defined nowhere in the picture. */
  nowhere: boolean;
  domain: Domain;
  image: Image;
  /** Points of the square and of the grid with their images. */
  corners: Moved[];
  crossings: Moved[];
  /** The notebook's function of three components at the same point, in float32. */
  notebook: VectorJacobian;
}

/** A map of the plane near a point, and the linear map that it looks like. Throws ExpressionError. */
export function run(params: Params): Result {
  const { map, value, jacobian } = mapAt(params);
  const { x, y, side } = params;
  const square = { centre: { x, y }, side };
  const defined = Number.isFinite(value.x) && Number.isFinite(value.y);
  const known = defined && jacobian.flat().every(Number.isFinite) ? withoutSign(jacobian) : null;
  const stretched = known ? stretches(known) : [];
  const centre = defined ? value : null;
  const image = imageOf(map, square, centre, known && { jacobian: known, stretched });
  return {
    value: centre,
    jacobian: known,
    ...texts(centre, known),
    det: known && orNull(determinant(known)),
    singularValues: known && stretchFactors(known),
    areaFactor: factorOf(map, square),
    shrinking: [1, 2, 4, 8, 16].map((part) => ({
      side: side / part,
      factor: factorOf(map, { ...square, side: side / part }),
    })),
    kink: defined && hasKink(map, { x, y }),
    nowhere: image.grid.length === 0,
    domain: domainOf(square, stretched),
    image,
    corners: corners(map, square, centre, known),
    crossings: crossings(map, 13),
    notebook: vectorJacobian(x, y),
  };
}

type Texts = Pick<Result, 'valueText' | 'jacobianText' | 'singularValuesText' | 'stretchText'>;

function texts(value: Position | null, jacobian: Matrix2 | null): Texts {
  const lengths = jacobian && vectorText(stretchFactors(jacobian));
  return {
    valueText: value ? vectorText([value.x, value.y]) : 'not defined',
    jacobianText: jacobian ? matrixText(jacobian) : 'not defined',
    singularValuesText: lengths ?? 'not defined',
    stretchText: lengths
      ? `Its ellipse stretches lengths by ${lengths}.`
      : 'There is no such linear map here.',
  };
}

/** The map that the settings name with its value and Jacobian as PyTorch has them, NaN included. */
export function mapAt(params: Params): Linearisation & { map: PlaneMap } {
  requireFinite('jacobian-map', params);
  const map = readMap(params.f);
  return { map, ...linearise(map, { x: params.x, y: params.y }) };
}

/** −0, which multiplying by zero leaves, as 0. */
function withoutSign([[a, b], [c, d]]: Matrix2): Matrix2 {
  return [
    [a + 0, b + 0],
    [c + 0, d + 0],
  ];
}

function stretchFactors(jacobian: Matrix2): [number, number] {
  const [most, least] = stretches(jacobian);
  return [most.length, least.length];
}

/**
 * From the outline, as long as the mean of det inside agrees with it: where the map has a hole in
 * the square, the outline alone says nothing about the inside.
 */
function factorOf(map: PlaneMap, square: Square): number | null {
  const factor = areaFactor(map, square);
  const { mean, size } = meanDeterminant(map, square);
  return Math.abs(factor - mean) <= 0.15 * size + 1e-9 ? factor : null;
}
