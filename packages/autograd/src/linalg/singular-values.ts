import { transposed } from './matrix.ts';

const SWEEPS = 60;

/** Turns columns p and q to be orthogonal; whether they were not already. */
function orthogonalise(
  a: Float64Array,
  rows: number,
  columns: number,
  p: number,
  q: number,
): boolean {
  let pp = 0;
  let qq = 0;
  let pq = 0;
  for (let k = 0; k < rows; k++) {
    const x = a[k * columns + p] as number;
    const y = a[k * columns + q] as number;
    pp += x * x;
    qq += y * y;
    pq += x * y;
  }
  if (Math.abs(pq) <= 1e-16 * Math.sqrt(pp * qq)) return false;
  const zeta = (qq - pp) / (2 * pq);
  const tangent = (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + Math.hypot(zeta, 1));
  const cos = 1 / Math.hypot(tangent, 1);
  for (let k = 0; k < rows; k++) {
    const x = a[k * columns + p] as number;
    const y = a[k * columns + q] as number;
    a[k * columns + p] = cos * (x - tangent * y);
    a[k * columns + q] = cos * (y + tangent * x);
  }
  return true;
}

/** Singular values in falling order, by one-sided Jacobi rotations (Hestenes, 1958). */
export function singularValues(source: ArrayLike<number>, rows: number, columns: number): number[] {
  const given = Float64Array.from(source);
  if (rows < columns) return singularValues(transposed(given, rows, columns), columns, rows);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let turned = false;
    for (let p = 0; p < columns - 1; p++) {
      for (let q = p + 1; q < columns; q++) {
        turned = orthogonalise(given, rows, columns, p, q) || turned;
      }
    }
    if (!turned) break;
  }
  const lengths = Array.from({ length: columns }, (_, j) =>
    Math.hypot(...Array.from({ length: rows }, (_, i) => given[i * columns + j] as number)),
  );
  return lengths.sort((x, y) => y - x);
}
