import type { Matrix } from './matrix.ts';

/**
 * Cosine and sine of the smaller angle by which two lines must turn for their product `pq` to become zero;
 * `pp` and `qq` are their products with themselves (Jacobi).
 */
export function rotation(pp: number, qq: number, pq: number): [cos: number, sin: number] {
  const theta = (qq - pp) / (2 * pq);
  const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const cos = 1 / Math.hypot(tangent, 1);
  return [cos, tangent * cos];
}

/** Turns two lines of `count` elements, `along` apart from the first ones, which are at p and q. */
export function turn(
  a: Matrix,
  p: number,
  q: number,
  along: number,
  count: number,
  [cos, sin]: [cos: number, sin: number],
): void {
  for (let k = 0; k < count * along; k += along) {
    const x = a[p + k] as number;
    const y = a[q + k] as number;
    a[p + k] = cos * x - sin * y;
    a[q + k] = sin * x + cos * y;
  }
}
