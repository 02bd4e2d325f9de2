import { type Tensor, enableGrad, eye, grad, linspace, noGrad, tensor } from '@calculus/autograd';
import type { Explained } from './models.ts';

export interface Measures {
  value: number;
  /** The value with every input at 0. */
  baseline: number;
  gradient: number[];
  /** How much of the value goes when this input alone is replaced by 0. */
  replaced: number[];
  /** Integrated gradients from 0: each input times its mean gradient on the straight way. */
  integrated: number[];
}

/** Points at which the gradient is averaged: the middles of equal parts. */
export const parts = 64;

/** Three answers to "how much does each input matter here?", in float32, all by autograd. */
export function measure(explained: Explained, inputs: readonly number[]): Measures {
  const x = tensor([[...inputs]]);
  const count = inputs.length;
  const without = x.mul(eye(count).neg().add(1));
  const value = noGrad(() => explained(x).item());
  const middles = linspace(0.5 / parts, 1 - 0.5 / parts, parts).unsqueeze(1);
  return {
    value,
    baseline: noGrad(() => explained(x.mul(0)).item()),
    gradient: slopes(explained, x).flat(),
    replaced: noGrad(() => explained(without).neg().add(value).tolist() as number[]),
    integrated: tensor(slopes(explained, middles.mul(x)))
      .mean(0)
      .mul(x.squeeze(0))
      .tolist() as number[],
  };
}

/** The gradient at every row. Rows do not mix, so the gradient of their sum holds one a row. */
function slopes(explained: Explained, rows: Tensor): number[][] {
  return enableGrad(() => {
    const leaf = tensor(rows.tolist() as number[][], { requiresGrad: true });
    return (grad(explained(leaf).sum(), leaf)[0] as Tensor).tolist() as number[][];
  });
}

/** Index of the largest number by size; null where all are 0. */
export function largest(values: readonly number[]): number | null {
  const sizes = values.map(Math.abs);
  const most = Math.max(...sizes);
  return most > 0 ? sizes.indexOf(most) : null;
}
