import type { Position } from '../shared/contract.ts';
import type { Result } from './experiment.ts';
import { gridPoints } from './grid.ts';
import { type PlaneMap, apply } from './plane-map.ts';
import { type Square, outline } from './square.ts';
import { sum } from './vectors.ts';

type Entry = number | null;

/** A point of the plane as its image; nulls where it has none. */
type Image = Position | { x: null; y: null };

const nowhere = { x: null, y: null };

const finite = ({ x, y }: Position): Image =>
  Number.isFinite(x) && Number.isFinite(y) ? { x, y } : nowhere;

/** The points in which the lines of the grid cross with their images, as rows: x, y, f₁, f₂. */
export const crossings = ({ at }: PlaneMap): Entry[][] =>
  gridPoints.map((point) => {
    const image = finite(at(point));
    return [point.x, point.y, image.x, image.y];
  });

/** Corners and middles of the sides of the square, counter-clockwise: x, y, f₁, f₂, and where J sends them. */
export function corners(
  { at }: PlaneMap,
  square: Square,
  { value, jacobian }: Pick<Result, 'value' | 'jacobian'>,
): Entry[][] {
  const ring = outline(square).slice(0, -1);
  const eighths = ring.filter((_, index) => index % (ring.length / 8) === 0);
  return eighths.map((point) => {
    const step = { x: point.x - square.centre.x, y: point.y - square.centre.y };
    const image = finite(at(point));
    const linear = value && jacobian ? finite(sum(value, apply(jacobian, step))) : nowhere;
    return [point.x, point.y, image.x, image.y, linear.x, linear.y];
  });
}
