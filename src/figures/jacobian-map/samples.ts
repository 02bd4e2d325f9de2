import { type Matrix2, type PlaneMap, apply } from './plane-map.ts';
import { places } from '../shared/sample-curve.ts';
import type { Position } from '../shared/slope-at.ts';
import { type Square, outline } from './square.ts';

type Entry = number | null;

/** A point, its image, and where J sends it; null where there is none. */
export interface Moved {
  point: Position;
  image: { x: Entry; y: Entry };
  linear: { x: Entry; y: Entry };
}

/** The points in which the lines of a grid over the plane cross, row by row from below. */
export function crossings({ at }: PlaneMap, lines: number): Moved[] {
  const along = places({ min: -3, max: 3 }, lines);
  return along.flatMap((y) =>
    along.map((x) => ({ point: { x, y }, image: finite(at({ x, y })), linear: nowhere })),
  );
}

/** Corners and middles of the sides of the square, counter-clockwise. */
export function corners(
  { at }: PlaneMap,
  square: Square,
  centre: Position | null,
  jacobian: Matrix2 | null,
): Moved[] {
  const ring = outline(square).slice(0, -1);
  return ring
    .filter((_, index) => index % (ring.length / 8) === 0)
    .map((point) => {
      const step = { x: point.x - square.centre.x, y: point.y - square.centre.y };
      const moved = jacobian && apply(jacobian, step);
      return {
        point,
        image: finite(at(point)),
        linear:
          centre && moved ? finite({ x: centre.x + moved.x, y: centre.y + moved.y }) : nowhere,
      };
    });
}

const nowhere = { x: null, y: null };

const finite = ({ x, y }: Position): { x: Entry; y: Entry } =>
  Number.isFinite(x) && Number.isFinite(y) ? { x, y } : nowhere;
