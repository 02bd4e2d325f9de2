import { checked } from '../core/check.ts';
import { FIRST } from '../core/node.ts';
import { record } from '../core/record.ts';
import type { Tensor } from '../core/tensor.ts';
import { mapMatrices, requireMatrix } from './batches.ts';
import { singularValues } from './singular-values.ts';
import { eigh } from './symmetric.ts';

/**
 * Singular values of a matrix, or of each of a batch, in falling order. dσ = diag(Uᵀ dA V), NaN where a value is 0
 * Shapes: […, m, n] → […, min(m, n)].
 * Throws RuntimeError if `a` has fewer than two dimensions or is not floating.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.linalg.svdvals.html
 */
export const svdvals = checked('svdvals A:T', (a: Tensor): Tensor => {
  requireMatrix('svd', a);
  const [rows, columns] = a.shape.slice(-2) as [number, number];
  if (rows < columns) return svdvals(a.mT);
  const output = mapMatrices(a, [columns], (matrix) => singularValues(matrix, rows, columns));
  const vjp = (g: Tensor): Tensor => {
    const { eigenvectors } = eigh(a.mT.matmul(a));
    const right = eigenvectors.flip([-1]);
    const left = a.matmul(right).div(svdvals(a).unsqueeze(-2));
    return left.mul(g.unsqueeze(-2)).matmul(right.mT);
  };
  return record(output, 'LinalgSvdBackward0', [a], vjp, FIRST);
});
