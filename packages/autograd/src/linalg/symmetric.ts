import { checked } from '../core/check.ts';
import { FIRST } from '../core/node.ts';
import { record } from '../core/record.ts';
import type { Tensor } from '../core/tensor.ts';
import { eye } from '../create.ts';
import { mapMatrices, orderOf, refuseMatrix } from './batches.ts';
import { choleskyFactor } from './cholesky.ts';
import { inv } from './solve.ts';
import { symmetricEigen } from './symmetric-eigen.ts';

/**
 * L with A = L Lᵀ, lower triangular (or Lᵀ with `upper`); only one triangle of A is read, the lower one (or the upper
 * one with `upper`), the gradient is symmetric.
 * dL = L Φ(L⁻¹ dA L⁻ᵀ), where Φ keeps the lower triangle and half the diagonal.
 * Shapes: […, n, n] → […, n, n].
 * Throws RuntimeError if `a` is not square or not floating, LinAlgError if A is not positive definite.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.linalg.cholesky.html
 */
export const cholesky = checked(
  'cholesky A:T *upper:b',
  (a: Tensor, { upper = false }: { upper?: boolean } = {}): Tensor => {
    const n = orderOf('cholesky', a);
    if (upper) return cholesky(a.mT).mT;
    const output = mapMatrices(a, [n, n], (matrix, batch) =>
      choleskyFactor(matrix, n, (order) =>
        refuseMatrix(
          'cholesky',
          a,
          batch,
          'The factorization could not be completed because the input is not positive-definite ' +
            `(the leading minor of order ${order} is not positive-definite).`,
        ),
      ),
    );
    const vjp = (g: Tensor): Tensor => {
      const factor = cholesky(a);
      const inverse = inv(factor);
      const inner = factor.mT.matmul(g.tril()).tril();
      const half = inner.add(inner.tril(-1));
      const middle = half.add(half.mT).mul(0.25);
      return inverse.mT.matmul(middle).matmul(inverse);
    };
    return record(output, 'LinalgCholeskyExBackward0', [a], vjp, FIRST);
  },
);

/** Which triangle of a symmetric matrix is read: the lower or the upper one. */
export type Triangle = 'L' | 'U';

/** What `eigh` gives. */
export interface Eigh {
  /** Ascending: […, n]. */
  readonly eigenvalues: Tensor;
  /** Orthonormal, in columns, in the order of their values: […, n, n]. */
  readonly eigenvectors: Tensor;
}

/** The vectors of a symmetric matrix, whose signs are free. dV = V (F ∘ Vᵀ dA V), Fᵢⱼ = 1/(λⱼ − λᵢ) */
function eigenvectors(a: Tensor, n: number): Tensor {
  const output = mapMatrices(a, [n, n], (matrix) => symmetricEigen(matrix, n).vectors);
  const vjp = (g: Tensor): Tensor => {
    const { eigenvalues: values, eigenvectors: vectors } = eigh(a);
    const diagonal = eye(n, n, { dtype: 'bool' });
    const gaps = values.unsqueeze(-2).sub(values.unsqueeze(-1)).maskedFill(diagonal, Infinity);
    const inner = vectors.mT.matmul(g).div(gaps);
    const outer = vectors.matmul(inner).matmul(vectors.mT);
    return outer.add(outer.mT).mul(0.5);
  };
  return record(output, 'LinalgEighBackward0', [a], vjp, FIRST);
}

/**
 * The eigenvalues of a symmetric matrix, or of each of a batch, ascending; only one triangle is read, the lower one
 * unless `UPLO` says otherwise, the gradient is symmetric. dλ = diag(Vᵀ dA V)
 * Shapes: […, n, n] → […, n].
 * Throws RuntimeError if `a` is not square or not floating.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.linalg.eigvalsh.html
 */
export const eigvalsh = checked(
  'eigvalsh A:T *UPLO:s',
  (a: Tensor, { UPLO = 'L' }: { UPLO?: Triangle } = {}): Tensor => {
    const n = orderOf('eigh', a);
    if (UPLO === 'U') return eigvalsh(a.mT);
    const output = mapMatrices(a, [n], (matrix) => symmetricEigen(matrix, n).values);
    const vjp = (g: Tensor): Tensor => {
      const vectors = eigenvectors(a, n);
      return vectors.mul(g.unsqueeze(-2)).matmul(vectors.mT);
    };
    return record(output, 'LinalgEighBackward0', [a], vjp, FIRST);
  },
);

/**
 * Eigenvalues, as by `eigvalsh`, and eigenvectors of a symmetric matrix: A = V diag(λ) Vᵀ.
 * dV = V (F ∘ Vᵀ dA V), Fᵢⱼ = 1/(λⱼ − λᵢ); no number where two values are equal. The signs of the vectors are free.
 * Shapes: […, n, n] → […, n] and […, n, n].
 * Throws RuntimeError if `a` is not square or not floating.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.linalg.eigh.html
 */
export const eigh = checked(
  'eigh A:T *UPLO:s',
  (a: Tensor, { UPLO = 'L' }: { UPLO?: Triangle } = {}): Eigh => {
    if (UPLO === 'U') return eigh(a.mT);
    return { eigenvalues: eigvalsh(a), eigenvectors: eigenvectors(a, orderOf('eigh', a)) };
  },
);
