import type { Matrix } from './matrix.ts';
import { rotation, turn } from './rotation.ts';

const SWEEPS = 60;

/** Turns columns p and q to be orthogonal; whether they were not already. */
function orthogonalise(a: Matrix, rows: number, columns: number, p: number, q: number): boolean {
  let pp = 0;
  let qq = 0;
  let pq = 0;
  for (let k = 0; k < rows * columns; k += columns) {
    const x = a[k + p] as number;
    const y = a[k + q] as number;
    pp += x * x;
    qq += y * y;
    pq += x * y;
  }
  if (Math.abs(pq) <= 1e-16 * Math.sqrt(pp * qq)) return false;
  turn(a, p, q, columns, rows, rotation(pp, qq, pq));
  return true;
}

/** Singular values in falling order, by one-sided Jacobi rotations (Hestenes, 1958); `rows` ≥ `columns`. */
export function singularValues(source: Matrix, rows: number, columns: number): number[] {
  const a = source.slice();
  let turned = true;
  for (let sweep = 0; turned && sweep < SWEEPS; sweep++) {
    turned = false;
    for (let p = 0; p < columns - 1; p++) {
      for (let q = p + 1; q < columns; q++) {
        turned = orthogonalise(a, rows, columns, p, q) || turned;
      }
    }
  }
  const lengths = Array.from({ length: columns }, (_, j) =>
    Math.hypot(...a.filter((_value, i) => i % columns === j)),
  );
  return lengths.sort((x, y) => y - x);
}
