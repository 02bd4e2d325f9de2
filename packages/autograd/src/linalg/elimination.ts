import type { Matrix } from './matrix.ts';

/** What Gaussian elimination leaves of a matrix A and of the columns B beside it. */
export interface Elimination {
  /** Rows of [U | L⁻¹ P B], where P A = L U. */
  readonly rows: Matrix[];
  /** The diagonal of U. */
  readonly pivots: number[];
  /** The determinant of P: 1 or −1. */
  readonly sign: number;
}

/** Subtracts from the rows below k what makes their column k zero; the columns before it are done. */
function clearColumn(rows: readonly Matrix[], k: number): void {
  const [top, ...below] = rows.slice(k) as [Matrix, ...Matrix[]];
  const pivot = top[k] as number;
  if (pivot === 0) return;
  for (const row of below) {
    const factor = (row[k] as number) / pivot;
    for (let j = k + 1; j < row.length; j++) {
      row[j] = (row[j] as number) - factor * (top[j] as number);
    }
  }
}

/** Gaussian elimination, with partial pivoting, of an n×n matrix A and of B, which has `columns` columns. */
export function eliminate(
  a: Matrix,
  n: number,
  b: Matrix = new Float64Array(),
  columns = 0,
): Elimination {
  const rows: Matrix[] = Array.from({ length: n }, (_, i) =>
    Float64Array.of(
      ...a.subarray(i * n, (i + 1) * n),
      ...b.subarray(i * columns, (i + 1) * columns),
    ),
  );
  const pivots: number[] = [];
  let sign = 1;
  for (let k = 0; k < n; k++) {
    const size = (i: number) => Math.abs(rows[i]?.[k] as number);
    let best = k;
    for (let i = k + 1; i < n; i++) if (size(i) > size(best)) best = i;
    if (best !== k) {
      [rows[k], rows[best]] = [rows[best] as Matrix, rows[k] as Matrix];
      sign = -sign;
    }
    pivots.push(rows[k]?.[k] as number);
    clearColumn(rows, k);
  }
  return { rows, pivots, sign };
}

/** X with A X = B. If A is singular, `refuse` is called with the first pivot that is 0, counted from 1. */
export function solveColumns(
  a: Matrix,
  n: number,
  b: Matrix,
  columns: number,
  refuse: (pivot: number) => never,
): Matrix {
  const { rows, pivots } = eliminate(a, n, b, columns);
  if (pivots.includes(0)) refuse(pivots.indexOf(0) + 1);
  const x = new Float64Array(n * columns);
  for (let c = 0; c < columns; c++) {
    for (let i = n - 1; i >= 0; i--) {
      const row = rows[i] as Matrix;
      let sum = row[n + c] as number;
      for (let j = i + 1; j < n; j++) sum -= (row[j] as number) * (x[j * columns + c] as number);
      x[i * columns + c] = sum / (row[i] as number);
    }
  }
  return x;
}
