import { identity, type Matrix } from './matrix.ts';
import { rotation, turn } from './rotation.ts';

/** A = U diag(values) Vᵀ, values falling; orthonormal columns of U, of as many rows as A, and of V. */
export interface SingularValues {
  readonly values: number[];
  readonly left: Matrix;
  readonly right: Matrix;
}

const SWEEPS = 60;

function dot(a: Matrix, columns: number, p: number, q: number): number {
  let sum = 0;
  for (let k = 0; k < a.length; k += columns) sum += (a[k + p] as number) * (a[k + q] as number);
  return sum;
}

/** Turns columns p and q of A to be orthogonal, and those of V alike; whether they were not already. */
function orthogonalise(a: Matrix, v: Matrix, columns: number, p: number, q: number): boolean {
  const pp = dot(a, columns, p, p);
  const qq = dot(a, columns, q, q);
  const pq = dot(a, columns, p, q);
  if (!(Math.abs(pq) > 1e-16 * Math.sqrt(pp * qq))) return false;
  const angle = rotation(pp, qq, pq);
  turn(a, p, q, columns, a.length / columns, angle);
  turn(v, p, q, columns, columns, angle);
  return true;
}

/** Makes column p a unit vector that is orthogonal to the columns `others`: the best of those of the identity. */
function complete(u: Matrix, columns: number, p: number, others: readonly number[]): void {
  const rows = u.length / columns;
  let best = new Float64Array(rows);
  let longest = 0;
  for (let i = 0; i < rows; i++) {
    const unit = new Float64Array(rows);
    unit[i] = 1;
    // Twice, for what rounding leaves of the others.
    for (const q of [...others, ...others]) {
      const part = unit.reduce((sum, x, k) => sum + x * (u[k * columns + q] as number), 0);
      unit.forEach((x, k) => (unit[k] = x - part * (u[k * columns + q] as number)));
    }
    const length = Math.hypot(...unit);
    if (length > longest) [best, longest] = [unit.map((x) => x / length), length];
  }
  best.forEach((x, k) => (u[k * columns + p] = x));
}

/** One-sided Jacobi rotations (Hestenes, 1958), of a matrix with at least as many rows as columns. */
export function singularValues(source: Matrix, rows: number, columns: number): SingularValues {
  const largest = source.reduce((most, x) => Math.max(most, Math.abs(x)), 0) || 1;
  // Squares of what is far from 1 round to 0 or overflow.
  const a = source.map((x) => x / largest);
  const v = identity(columns);
  let turned = true;
  for (let sweep = 0; turned && sweep < SWEEPS; sweep++) {
    turned = false;
    for (let p = 0; p < columns - 1; p++) {
      for (let q = p + 1; q < columns; q++) turned = orthogonalise(a, v, columns, p, q) || turned;
    }
  }
  const lengths = Array.from({ length: columns }, (_, j) => Math.sqrt(dot(a, columns, j, j)));
  const order = lengths
    .map((_, j) => j)
    .sort((i, j) => (lengths[j] as number) - (lengths[i] as number));
  const longest = lengths[order[0] ?? 0] as number;
  const sorted = (matrix: Matrix): Matrix =>
    matrix.map((_, k) => matrix[k - (k % columns) + (order[k % columns] as number)] as number);
  const left = sorted(a);
  order.forEach((from, p) => {
    const length = lengths[from] as number;
    // What is left beside the greatest value is rounding, and has no direction.
    if (length > Number.EPSILON * rows * longest) {
      for (let k = p; k < left.length; k += columns) left[k] = (left[k] as number) / length;
    } else complete(left, columns, p, order.slice(0, p).map((_, q) => q)); // prettier-ignore
  });
  return { values: order.map((j) => (lengths[j] as number) * largest), left, right: sorted(v) };
}
