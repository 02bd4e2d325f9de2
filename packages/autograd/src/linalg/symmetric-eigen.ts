import { identity, type Matrix } from './matrix.ts';

/** A = V diag(values) Vᵀ, values ascending, eigenvectors in the columns of V. */
export interface SymmetricEigen {
  readonly values: number[];
  readonly vectors: Matrix;
}

const SWEEPS = 60;

function offDiagonal(a: Matrix, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) sum += (a[i * n + j] as number) ** 2;
  return sum;
}

/** Tangent of the smaller angle that makes the element (p, q) zero. */
function rotationTangent(app: number, aqq: number, apq: number): number {
  const theta = (aqq - app) / (2 * apq);
  const tangent = 1 / (Math.abs(theta) + Math.hypot(theta, 1));
  return theta < 0 ? -tangent : tangent;
}

/** Columns p and q of `a`, turned by the angle with this cosine and sine. */
function turnColumns(a: Matrix, n: number, p: number, q: number, cos: number, sin: number): void {
  for (let k = 0; k < n; k++) {
    const x = a[k * n + p] as number;
    const y = a[k * n + q] as number;
    a[k * n + p] = cos * x - sin * y;
    a[k * n + q] = sin * x + cos * y;
  }
}

function turnRows(a: Matrix, n: number, p: number, q: number, cos: number, sin: number): void {
  for (let k = 0; k < n; k++) {
    const x = a[p * n + k] as number;
    const y = a[q * n + k] as number;
    a[p * n + k] = cos * x - sin * y;
    a[q * n + k] = sin * x + cos * y;
  }
}

function sweep(a: Matrix, vectors: Matrix, n: number): void {
  for (let p = 0; p < n - 1; p++) {
    for (let q = p + 1; q < n; q++) {
      const apq = a[p * n + q] as number;
      if (apq === 0) continue;
      const tangent = rotationTangent(a[p * n + p] as number, a[q * n + q] as number, apq);
      const cos = 1 / Math.hypot(tangent, 1);
      const sin = tangent * cos;
      turnColumns(a, n, p, q, cos, sin);
      turnRows(a, n, p, q, cos, sin);
      a[p * n + q] = 0;
      a[q * n + p] = 0;
      turnColumns(vectors, n, p, q, cos, sin);
    }
  }
}

/** The lower triangle mirrored to the upper one: the only part that is read. */
function symmetric(source: ArrayLike<number>, n: number): Matrix {
  const a = Float64Array.from(source);
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) a[j * n + i] = a[i * n + j] as number;
  return a;
}

/** Ascending eigenvalues, each with its eigenvector. */
function sortEigen(a: Matrix, vectors: Matrix, n: number): SymmetricEigen {
  const order = Array.from({ length: n }, (_, i) => i);
  order.sort((i, j) => (a[i * n + i] as number) - (a[j * n + j] as number));
  const sorted = new Float64Array(n * n);
  order.forEach((from, to) => {
    for (let k = 0; k < n; k++) sorted[k * n + to] = vectors[k * n + from] as number;
  });
  return { values: order.map((i) => a[i * n + i] as number), vectors: sorted };
}

/** Jacobi's method: rotations that make one off-diagonal element after the other zero. */
export function symmetricEigen(source: ArrayLike<number>, n: number): SymmetricEigen {
  const a = symmetric(source, n);
  const vectors = identity(n);
  const scale = a.reduce((sum, x) => sum + x * x, 0);
  for (let k = 0; k < SWEEPS && offDiagonal(a, n) > scale * 1e-34; k++) sweep(a, vectors, n);
  return sortEigen(a, vectors, n);
}
