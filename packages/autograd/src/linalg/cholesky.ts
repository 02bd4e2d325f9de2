import type { Matrix } from './matrix.ts';

/** A = L Lᵀ with L lower triangular. */
export interface Cholesky {
  readonly factor: Matrix;
  /** The order of the first leading minor that is not positive, or 0. */
  readonly failedAt: number;
}

/** Reads the lower triangle of an n×n matrix. */
export function choleskyDecompose(a: ArrayLike<number>, n: number): Cholesky {
  const factor = new Float64Array(n * n);
  const at = (i: number, j: number) => factor[i * n + j] as number;
  for (let j = 0; j < n; j++) {
    let pivot = a[j * n + j] as number;
    for (let k = 0; k < j; k++) pivot -= at(j, k) ** 2;
    if (!(pivot > 0)) return { factor, failedAt: j + 1 };
    const root = Math.sqrt(pivot);
    factor[j * n + j] = root;
    for (let i = j + 1; i < n; i++) {
      let sum = a[i * n + j] as number;
      for (let k = 0; k < j; k++) sum -= at(i, k) * at(j, k);
      factor[i * n + j] = sum / root;
    }
  }
  return { factor, failedAt: 0 };
}
