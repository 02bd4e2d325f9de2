import { type Tensor, noGrad, oneHot, softmax, tensor, zeros } from '@calculus/autograd';
import {
  attentionBackward,
  crossEntropyBackward,
  deviations,
  layerNormBackward,
} from './by-hand.ts';
import { EPS, type Settings, type Values } from './block.ts';
import type { Gradient } from './parts.ts';

/** Every gradient of the block by the formulas of the chapter, from the loss back to the embeddings. */
export function backwardByHand(
  values: Values,
  { task, scale }: Settings,
): Record<Gradient, Tensor> {
  return noGrad(() => {
    const { X, Wq, Wk, Wv, Wo, O, R, N, U, Z } = values;
    const ids = tensor(task.targetIds, { dtype: 'int64' });
    const dZ = crossEntropyBackward(softmax(Z, -1), oneHot(ids, task.vocabulary.length).double());
    const dU = dZ.t().matmul(N);
    const dN = dZ.matmul(U);
    const dR = layerNormBackward(N, deviations(R, EPS), dN);
    const dWo = O.t().matmul(dR);
    const dO = dR.matmul(Wo.t());
    const attention = attentionBackward({ ...values, scale }, dO);
    const { dQ, dK, dV } = attention;
    // X goes four ways: past the attention, and into Q, K and V.
    const dX = dR.add(dQ.matmul(Wq.t())).add(dK.matmul(Wk.t())).add(dV.matmul(Wv.t()));
    return {
      ...{ dZ, dU, dN, dR, dWo, dO, dX },
      ...attention,
      dWq: X.t().matmul(dQ),
      dWk: X.t().matmul(dK),
      dWv: X.t().matmul(dV),
      dP: dX,
      dE: sumByWord(dX, task.tokenIds, task.vocabulary.length),
    };
  });
}

/** A word that stands at several positions receives the sum of what reaches them. */
function sumByWord(dX: Tensor, ids: readonly number[], words: number): Tensor {
  const index = tensor(
    ids.map((id) => Array.from({ length: dX.shape[1] ?? 0 }, () => id)),
    {
      dtype: 'int64',
    },
  );
  return zeros([words, dX.shape[1] ?? 0], { dtype: 'float64' }).scatterAdd(0, index, dX);
}
