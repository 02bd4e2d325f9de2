/**
 * The backward pass as one derives it with a pencil. Nothing here is recorded: tensors are only
 * multiplied and added. dX stands for ∂loss/∂X and has the shape of X.
 */
import type { Tensor } from '@calculus/autograd';

/** The sum of each row, as a column. */
const rowSums = (x: Tensor): Tensor => x.sum(-1, { keepdim: true });
const rowMeans = (x: Tensor): Tensor => x.mean(-1, { keepdim: true });

/**
 * Softmax and mean cross-entropy together: dZ = (p − y)/T, for probabilities p and wanted
 * probabilities y, both of shape [T, words].
 */
export const crossEntropyBackward = (p: Tensor, y: Tensor): Tensor =>
  p.sub(y).div(p.shape[0] ?? NaN);

/** Softmax of each row: dS = A ∘ (dA − rowsum(dA ∘ A)), which is diag(a) − aaᵀ times da, row by row. */
export const softmaxBackward = (A: Tensor, dA: Tensor): Tensor => A.mul(dA.sub(rowSums(dA.mul(A))));

/**
 * Layer norm of each row, N = (R − mean)/σ: dR = (dN − mean(dN) − N ∘ mean(dN ∘ N))/σ. `sigma` is a
 * column: one deviation a row, with ε under its root.
 */
export const layerNormBackward = (N: Tensor, sigma: Tensor, dN: Tensor): Tensor =>
  dN
    .sub(rowMeans(dN))
    .sub(N.mul(rowMeans(dN.mul(N))))
    .div(sigma);

/** √(variance + ε) of each row, as a column. */
export function deviations(R: Tensor, eps: number): Tensor {
  const centred = R.sub(rowMeans(R));
  return rowMeans(centred.square()).add(eps).sqrt();
}

export interface Attention {
  Q: Tensor;
  K: Tensor;
  V: Tensor;
  /** softmax(Q Kᵀ · scale), masked or not: where A is 0, so is dS. */
  A: Tensor;
  /** 1/√d, and divided by the temperature where there is one. */
  scale: number;
}

/** O = A V with A = softmax(Q Kᵀ · scale), from the gradient of O to those of V, A, S, Q and K. */
export function attentionBackward({ Q, K, V, A, scale }: Attention, dO: Tensor) {
  const dV = A.t().matmul(dO);
  const dA = dO.matmul(V.t());
  const dS = softmaxBackward(A, dA);
  const dQ = dS.matmul(K).mul(scale);
  const dK = dS.t().matmul(Q).mul(scale);
  return { dV, dA, dS, dQ, dK };
}
