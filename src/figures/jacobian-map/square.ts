import { at as entry } from '../shared/at.ts';
import type { Position } from '../shared/contract.ts';
import type { PlaneMap } from './plane-map.ts';

export interface Square {
  centre: Position;
  side: number;
}

/** Points on each side of the outline; even, because areas take them two at a time. */
const perSide = 64;

/** The outline of a square counter-clockwise, its first point again at the end. */
export function outline({ centre, side }: Square): Position[] {
  const steps = Array.from({ length: perSide }, (_, index) => index / perSide - 0.5);
  const sides: ((along: number) => [number, number])[] = [
    (along) => [along, -0.5],
    (along) => [0.5, along],
    (along) => [-along, 0.5],
    (along) => [-0.5, -along],
  ];
  const points = sides.flatMap((at) => steps.map(at));
  return [...points, [-0.5, -0.5] as const].map(([x, y]) => ({
    x: centre.x + side * x,
    y: centre.y + side * y,
  }));
}

/** The circle that fits into a square, its first point again at the end. */
export function inscribed({ centre, side }: Square): Position[] {
  return Array.from({ length: 49 }, (_, index) => (index * Math.PI) / 24).map((angle) => ({
    x: centre.x + (side / 2) * Math.cos(angle),
    y: centre.y + (side / 2) * Math.sin(angle),
  }));
}

/**
 * The area inside a closed curve, counted negative where the curve runs clockwise: ∮ u dv, with a
 * parabola through every three points. By Green's theorem it is ∬ det J over what the curve is the image of.
 */
export function signedArea(curve: readonly Position[]): number {
  let area = 0;
  for (let i = 0; i + 2 < curve.length; i += 2) {
    const [p, q, r] = curve.slice(i, i + 3) as [Position, Position, Position];
    area +=
      (p.x * (4 * q.y - 3 * p.y - r.y) + 4 * q.x * (r.y - p.y) + r.x * (p.y - 4 * q.y + 3 * r.y)) /
      6;
  }
  return area;
}

/** The signed area of the image of a square, per area of the square; not finite where it has none. */
export function areaFactor({ at }: Pick<PlaneMap, 'at'>, square: Square): number {
  const ring = outline(square).map(at);
  const start = entry(ring, 0);
  const moved = ring.map(({ x, y }) => ({ x: x - start.x, y: y - start.y }));
  const reach = Math.max(...moved.map(({ x, y }) => Math.max(Math.abs(x), Math.abs(y))));
  const area = signedArea(moved);
  const rounding = Math.abs(area) < 1e-13 * reach ** 2;
  return rounding ? 0 : area / square.side ** 2;
}
