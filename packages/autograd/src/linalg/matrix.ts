/** A square or rectangular matrix in row-major order. */
export type Matrix = Float64Array;

export function identity(n: number): Matrix {
  const eye = new Float64Array(n * n);
  for (let i = 0; i < n; i++) eye[i * n + i] = 1;
  return eye;
}
