/** Parameters or gradients of all tensors, end to end. */
export type Vector = number[];

export function sum(a: readonly number[]): number {
  return a.reduce((total, x) => total + x, 0);
}

export function dot(a: Vector, b: Vector): number {
  return a.reduce((total, x, i) => total + x * (b[i] as number), 0);
}

/** a + factor · b */
export function add(a: Vector, b: Vector, factor: number): Vector {
  return a.map((x, i) => x + factor * (b[i] as number));
}

export function scale(a: Vector, factor: number): Vector {
  return a.map((x) => factor * x);
}

/** The largest absolute value; NaN if there is one. */
export function largest(a: Vector): number {
  return a.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
}
