import { orNull } from '../shared/finite.ts';
import { meanDeterminant } from './mean-determinant.ts';
import type { PlaneMap } from './plane-map.ts';
import { type Square, areaFactor } from './square.ts';

/**
 * The signed area of the image of a square per area of the square, from its outline. Where the map may
 * have a hole in the square, the outline alone says nothing about the inside: then the mean of det
 * inside has to agree with it, or else the factor is null.
 */
export function checkedAreaFactor(map: PlaneMap, square: Square): number | null {
  const factor = areaFactor(map, square);
  return map.continuous || agrees(map, square, factor) ? orNull(factor) : null;
}

function agrees(map: PlaneMap, square: Square, factor: number): boolean {
  const { mean, size } = meanDeterminant(map, square);
  return Math.abs(factor - mean) <= 0.15 * size + 1e-9;
}

/** A square around the point, and how many times its area the signed area of its image is. */
export interface Shrinking {
  side: number;
  factor: number | null;
}

/** The square and four of half the side each; their factors tend to det. */
export const shrinkingSquares = (map: PlaneMap, { centre, side }: Square): Shrinking[] =>
  [1, 2, 4, 8, 16].map((part) => ({
    side: side / part,
    factor: checkedAreaFactor(map, { centre, side: side / part }),
  }));
