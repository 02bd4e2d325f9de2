import type { Matrix } from './matrix.ts';

/**
 * L with A = L Lᵀ, lower triangular; reads the lower triangle of an n×n matrix. `refuse` is called with the
 * order of the first leading minor that is not positive.
 */
export function choleskyFactor(a: Matrix, n: number, refuse: (order: number) => never): Matrix {
  const factor = new Float64Array(n * n);
  const at = (i: number, j: number) => factor[i * n + j] as number;
  for (let j = 0; j < n; j++) {
    for (let i = j; i < n; i++) {
      let sum = a[i * n + j] as number;
      for (let k = 0; k < j; k++) sum -= at(i, k) * at(j, k);
      if (i === j && !(sum > 0)) refuse(j + 1);
      factor[i * n + j] = i === j ? Math.sqrt(sum) : sum / at(j, j);
    }
  }
  return factor;
}
