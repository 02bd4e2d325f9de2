import { checked } from '../core/check.ts';
import { copyOf } from '../core/make.ts';
import { FIRST } from '../core/node.ts';
import { record } from '../core/record.ts';
import type { Tensor } from '../core/tensor.ts';
import { mapMatrices, requireMatrix } from './batches.ts';
import { singularValues } from './singular-values.ts';

/** A = U diag(S) Vᵀ, recorded, for matrices with at least as many rows as columns. */
interface Factors {
  U: Tensor;
  S: Tensor;
  V: Tensor;
}

const NAME = 'LinalgSvdBackward0';

/**
 * With F = 1/(σⱼ² − σᵢ²), 0 on the diagonal, and skew X = X − Xᵀ:
 * dU = U (F ∘ (…)), so that A receives U (skew(Uᵀ gU) ∘ F) S Vᵀ + (1 − U Uᵀ) gU S⁻¹ Vᵀ from U, and
 * U S (skew(Vᵀ gV) ∘ F) Vᵀ from V, diag(gS) between U and Vᵀ from S.
 */
function factors(a: Tensor): Factors {
  const [rows, columns] = a.shape.slice(-2) as [number, number];
  // U, below it S, below that V.
  const packed = mapMatrices(a, [rows + 1 + columns, columns], (matrix) => {
    const { left, values, right } = singularValues(matrix, rows, columns);
    return [...left, ...values, ...right];
  });
  const part = (start: number, length: number): Tensor => copyOf(packed.narrow(-2, start, length));
  const turned = (g: Tensor, own: Tensor): Tensor => {
    const inner = own.mT.matmul(g);
    const squares = factors(a).S.square();
    const gaps = squares.unsqueeze(-2).sub(squares.unsqueeze(-1));
    return inner.sub(inner.mT).div(gaps.maskedFill(gaps.detach().eq(0), Infinity));
  };
  const toS = (g: Tensor): Tensor => {
    const { U, V } = factors(a);
    return U.mul(g.unsqueeze(-2)).matmul(V.mT);
  };
  const toU = (g: Tensor): Tensor => {
    const { U, S, V } = factors(a);
    const scaled = U.matmul(turned(g, U).mul(S.unsqueeze(-2)));
    const outside = g.sub(U.matmul(U.mT.matmul(g))).div(S.unsqueeze(-2));
    return (rows > columns ? scaled.add(outside) : scaled).matmul(V.mT);
  };
  const toV = (g: Tensor): Tensor => {
    const { U, S, V } = factors(a);
    return U.mul(S.unsqueeze(-2)).matmul(turned(g, V)).matmul(V.mT);
  };
  return {
    U: record(part(0, rows), NAME, [a], toU, FIRST),
    S: record(copyOf(part(rows, 1).squeeze(-2)), NAME, [a], toS, FIRST),
    V: record(part(rows + 1, columns), NAME, [a], toV, FIRST),
  };
}

/**
 * Singular values of a matrix, or of each of a batch, in falling order. dσ = diag(Uᵀ dA V); where values are 0, U and
 * V are some orthonormal ones
 * Shapes: […, m, n] → […, min(m, n)].
 * Throws RuntimeError if `a` has fewer than two dimensions or is not floating.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.linalg.svdvals.html
 */
export const svdvals = checked('svdvals A:T', (a: Tensor): Tensor => {
  requireMatrix('svd', a);
  const [rows, columns] = a.shape.slice(-2) as [number, number];
  return factors(rows < columns ? a.mT : a).S;
});
