import { Generator, type Tensor, enableGrad, grad, mseLoss, randn } from '@calculus/autograd';
import type { Control } from '../shared/contract.ts';
import { requireFinite } from '../shared/finite.ts';

export type Loss = 'sum' | 'mean' | 'mse';

export interface Params {
  batch: number;
  in: number;
  out: number;
  seed: number;
  loss: Loss;
}

export const defaults: Params = { batch: 4, in: 3, out: 2, seed: 0, loss: 'sum' };

export const controls = {
  batch: { label: 'Batch size', min: 1, max: 8, step: 1, role: 'soft' },
  in: { label: 'Inputs', min: 1, max: 6, step: 1, role: 'input' },
  out: { label: 'Outputs', min: 1, max: 6, step: 1, role: 'function' },
  seed: { label: 'Seed', min: 0, max: 99, step: 1, role: 'soft' },
  loss: {
    label: 'Loss',
    options: [
      { value: 'sum', label: 'sum of Y' },
      { value: 'mean', label: 'mean of Y' },
      { value: 'mse', label: 'mean squared error' },
    ],
  },
} as const satisfies Record<keyof Params, Control>;

/** Rows of float32 numbers. */
export type Matrix = number[][];

/** In float32, as PyTorch computes it. Shapes for a batch of N with I inputs and O outputs. */
export interface Result {
  /** [N, I]: one example a row. */
  X: Matrix;
  /** [O, I]: one output a row. */
  W: Matrix;
  /** [O] */
  b: number[];
  /** [N, O] */
  Y: Matrix;
  /** [N, O]: what mean squared error compares Y with; null for the other losses. */
  target: Matrix | null;
  loss: number;
  /** ∂loss/∂X, [N, I] */
  dX: Matrix;
  /** ∂loss/∂W, [O, I] */
  dW: Matrix;
  /** ∂loss/∂b, [O] */
  db: number[];
  /** ∂loss/∂Y, [N, O] */
  dY: Matrix;
}

/** A layer Y = X Wᵀ + b on random numbers, its loss and every gradient. */
export function run(params: Params): Result {
  requireFinite('linear-layer', params);
  const { X, W, b, target } = draw(params);
  return enableGrad(() => {
    const Y = X.matmul(W.t()).add(b);
    const loss = target ? mseLoss(Y, target) : params.loss === 'mean' ? Y.mean() : Y.sum();
    const [dX, dW, db, dY] = grad(loss, [X, W, b, Y]) as [Tensor, Tensor, Tensor, Tensor];
    return {
      X: rows(X),
      W: rows(W),
      b: vector(b),
      Y: rows(Y),
      target: target && rows(target),
      loss: loss.item(),
      dX: rows(dX),
      dW: rows(dW),
      db: vector(db),
      dY: rows(dY),
    };
  });
}

/** X, W, b (and a target after them) from one generator, as the notebook draws them. */
function draw({ batch, in: inputs, out, seed, loss }: Params) {
  const generator = new Generator().manualSeed(seed);
  const leaf = (...shape: number[]) => randn(shape, { generator, requiresGrad: true });
  const X = leaf(batch, inputs);
  const W = leaf(out, inputs);
  const b = leaf(out);
  return { X, W, b, target: loss === 'mse' ? randn([batch, out], { generator }) : null };
}

const vector = (tensor: Tensor) => tensor.tolist() as number[];
const rows = (tensor: Tensor) => tensor.tolist() as Matrix;
