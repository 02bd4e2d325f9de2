/** One block of a transformer, forward: what is drawn, and every value on the way to the loss. */
import {
  Generator,
  type Tensor,
  crossEntropy,
  embedding,
  layerNorm,
  randn,
  softmax,
  tensor,
} from '@calculus/autograd';
import type { Value } from './parts.ts';
import type { Task } from './sentences.ts';

/** Numbers a token: the width of X. */
export const MODEL = 4;

/** What layer norm adds to the variance, as PyTorch does. */
export const EPS = 1e-5;

export interface Settings {
  task: Task;
  causal: boolean;
  /** 1/(τ√d) */
  scale: number;
  /** Numbers in a query, a key and a value. */
  width: number;
  seed: number;
}

export type Values = Record<Value | 'M', Tensor>;

/** Drawn in float32 as PyTorch draws them, then float64. Weights shrink by the root of what they sum over. */
function draw({ task, width, seed }: Settings) {
  const generator = new Generator().manualSeed(seed);
  const leaf = (rows: number, columns: number, by: number): Tensor =>
    randn([rows, columns], { generator }).double().div(by).requiresGrad_();
  const words = task.vocabulary.length;
  return {
    E: leaf(words, MODEL, 1),
    P: leaf(task.tokens.length, MODEL, 2),
    Wq: leaf(MODEL, width, Math.sqrt(MODEL)),
    Wk: leaf(MODEL, width, Math.sqrt(MODEL)),
    Wv: leaf(MODEL, width, Math.sqrt(MODEL)),
    Wo: leaf(width, MODEL, Math.sqrt(width)),
    U: leaf(words, MODEL, Math.sqrt(MODEL)),
  };
}

/** Embedding, attention, residual, layer norm, logits and loss, in float64. */
export function forward(settings: Settings): { values: Values; loss: Tensor } {
  const { task, causal, scale } = settings;
  const drawn = draw(settings);
  const X = embedding(tensor(task.tokenIds, { dtype: 'int64' }), drawn.E).add(drawn.P);
  const Q = X.matmul(drawn.Wq);
  const K = X.matmul(drawn.Wk);
  const V = X.matmul(drawn.Wv);
  const S = Q.matmul(K.t()).mul(scale);
  const M = causal ? S.maskedFill(later(task.tokens.length), -Infinity) : S.clone();
  const A = softmax(M, -1);
  const O = A.matmul(V);
  const R = X.add(O.matmul(drawn.Wo));
  const N = layerNorm(R, [MODEL], { eps: EPS });
  const Z = N.matmul(drawn.U.t());
  const loss = crossEntropy(Z, tensor(task.targetIds, { dtype: 'int64' }));
  return { values: { ...drawn, X, Q, K, V, S, M, A, O, R, N, Z }, loss };
}

/** true where the column's token comes after the row's. */
const later = (length: number): Tensor =>
  tensor(Array.from({ length }, (_, i) => Array.from({ length }, (__, j) => j > i)));
