import type { Position } from '../shared/contract.ts';
import { direction } from '../shared/direction.ts';
import type { Matrix2 } from './plane-map.ts';

/** A direction of length 1 and what the matrix makes of it: `length` times the direction `image`. */
export interface Stretch {
  length: number;
  direction: Position;
  image: Position;
}

/**
 * The singular value decomposition of a 2 by 2 matrix, the larger value first: two directions at a
 * right angle whose images are at a right angle too. Every matrix is a multiple of a rotation plus a
 * multiple of a reflection, and both angles can be read off (Blinn, Consider the lowly 2×2 matrix, 1996).
 */
export function stretches([[a, b], [c, d]]: Matrix2): [Stretch, Stretch] {
  const turn = Math.hypot(a + d, c - b) / 2;
  const mirror = Math.hypot(a - d, c + b) / 2;
  const turned = degrees(Math.atan2(c - b, a + d));
  const mirrored = degrees(Math.atan2(c + b, a - d));
  const from = (mirrored - turned) / 2;
  const to = (mirrored + turned) / 2;
  const side = turn < mirror ? -90 : 90;
  return [
    { length: turn + mirror, direction: direction(from), image: direction(to) },
    {
      length: Math.abs(turn - mirror),
      direction: direction(from + 90),
      image: direction(to + side),
    },
  ];
}

const degrees = (radians: number): number => (radians * 180) / Math.PI;
