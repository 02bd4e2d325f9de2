/** A square or rectangular matrix in row-major order. */
export type Matrix = Float64Array;

export function identity(n: number): Matrix {
  const eye = new Float64Array(n * n);
  for (let i = 0; i < n; i++) eye[i * n + i] = 1;
  return eye;
}

export function transposed(a: Matrix, rows: number, columns: number): Matrix {
  const out = new Float64Array(a.length);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) out[j * rows + i] = a[i * columns + j] as number;
  }
  return out;
}

export function swapRows(a: Matrix, columns: number, i: number, j: number): void {
  for (let k = 0; k < columns; k++) {
    const held = a[i * columns + k] as number;
    a[i * columns + k] = a[j * columns + k] as number;
    a[j * columns + k] = held;
  }
}
