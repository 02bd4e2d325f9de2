import { type Matrix, swapRows } from './matrix.ts';

/** P A = L U, with L (ones on its diagonal) and U stored in one matrix. */
export interface Lu {
  readonly n: number;
  readonly factors: Matrix;
  /** Row i of P A is row `order[i]` of A. */
  readonly order: number[];
  /** The determinant of P: 1 or −1. */
  readonly sign: number;
  /** The first column without a pivot, counted from 1, or 0. */
  readonly singularAt: number;
}

function largestRow(a: Matrix, n: number, column: number): number {
  let best = column;
  for (let i = column + 1; i < n; i++) {
    const better = Math.abs(a[i * n + column] as number) > Math.abs(a[best * n + column] as number);
    if (better) best = i;
  }
  return best;
}

/** Gaussian elimination of an n×n matrix with partial pivoting. */
export function luDecompose(a: ArrayLike<number>, n: number): Lu {
  const factors = Float64Array.from(a);
  const order = Array.from({ length: n }, (_, i) => i);
  let sign = 1;
  let singularAt = 0;
  for (let k = 0; k < n; k++) {
    const pivotRow = largestRow(factors, n, k);
    if (pivotRow !== k) {
      swapRows(factors, n, k, pivotRow);
      [order[k], order[pivotRow]] = [order[pivotRow] as number, order[k] as number];
      sign = -sign;
    }
    const pivot = factors[k * n + k] as number;
    if (pivot === 0) singularAt ||= k + 1;
    else eliminateBelow(factors, n, k, pivot);
  }
  return { n, factors, order, sign, singularAt };
}

function eliminateBelow(a: Matrix, n: number, k: number, pivot: number): void {
  for (let i = k + 1; i < n; i++) {
    const factor = (a[i * n + k] as number) / pivot;
    a[i * n + k] = factor;
    for (let j = k + 1; j < n; j++) {
      a[i * n + j] = (a[i * n + j] as number) - factor * (a[k * n + j] as number);
    }
  }
}

/** The determinant: the product of the pivots. */
export function luDeterminant({ n, factors, sign }: Lu): number {
  let product = sign;
  for (let i = 0; i < n; i++) product *= factors[i * n + i] as number;
  return product;
}

/** The sign of the determinant and the logarithm of its size. */
export function luLogDeterminant({ n, factors, sign }: Lu): { sign: number; logabsdet: number } {
  let logabsdet = 0;
  let signs = sign;
  for (let i = 0; i < n; i++) {
    const pivot = factors[i * n + i] as number;
    logabsdet += Math.log(Math.abs(pivot));
    signs *= Math.sign(pivot);
  }
  return { sign: signs, logabsdet };
}

/** X with A X = B, where B has `columns` columns. A must not be singular. */
export function luSolve(lu: Lu, b: ArrayLike<number>, columns: number): Matrix {
  const { n, factors, order } = lu;
  const x = new Float64Array(n * columns);
  for (let c = 0; c < columns; c++) {
    for (let i = 0; i < n; i++) {
      let sum = b[(order[i] as number) * columns + c] as number;
      for (let j = 0; j < i; j++)
        sum -= (factors[i * n + j] as number) * (x[j * columns + c] as number);
      x[i * columns + c] = sum;
    }
    for (let i = n - 1; i >= 0; i--) {
      let sum = x[i * columns + c] as number;
      for (let j = i + 1; j < n; j++) {
        sum -= (factors[i * n + j] as number) * (x[j * columns + c] as number);
      }
      x[i * columns + c] = sum / (factors[i * n + i] as number);
    }
  }
  return x;
}
