import { identity, type Matrix } from './matrix.ts';
import { rotation, turn } from './rotation.ts';

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

function sweep(a: Matrix, vectors: Matrix, n: number): void {
  for (let p = 0; p < n - 1; p++) {
    for (let q = p + 1; q < n; q++) {
      const apq = a[p * n + q] as number;
      if (apq === 0) continue;
      const angle = rotation(a[p * n + p] as number, a[q * n + q] as number, apq);
      turn(a, p, q, n, n, angle);
      turn(a, p * n, q * n, 1, n, angle);
      a[p * n + q] = a[q * n + p] = 0;
      turn(vectors, p, q, n, n, angle);
    }
  }
}

/** Jacobi's method: rotations that make one off-diagonal element after the other zero. Reads the lower triangle. */
export function symmetricEigen(source: Matrix, n: number): SymmetricEigen {
  const a = source.slice();
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) a[j * n + i] = a[i * n + j] as number;
  const vectors = identity(n);
  const scale = a.reduce((sum, x) => sum + x * x, 0);
  for (let k = 0; k < SWEEPS && offDiagonal(a, n) > scale * 1e-34; k++) sweep(a, vectors, n);
  const value = (i: number) => a[i * n + i] as number;
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => value(i) - value(j));
  return {
    values: order.map(value),
    vectors: vectors.map((_, i) => vectors[i - (i % n) + (order[i % n] as number)] as number),
  };
}
