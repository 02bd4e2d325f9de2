import { type Tensor, enableGrad, eye, grad, linspace, noGrad, tensor } from '@calculus/autograd';
import type { Explained, Five } from './models.ts';

export interface Measures {
  value: number;
  /** The value with every input at 0. */
  baseline: number;
  gradient: Five;
  /** How much of the value goes when this input alone is replaced by 0. */
  replaced: Five;
  /** Integrated gradients from 0: each input times its mean gradient on the straight way. */
  integrated: Five;
}

/** Points at which the gradient is averaged: the middles of equal parts. */
export const parts = 64;

/** Three answers to "how much does each input matter here?", in float32, all by autograd. */
export function measure(explained: Explained, inputs: Five): Measures {
  const x = tensor([inputs]);
  const without = x.mul(eye(inputs.length).neg().add(1));
  const value = noGrad(() => explained(x).item());
  const middles = linspace(0.5 / parts, 1 - 0.5 / parts, parts).unsqueeze(1);
  return {
    value,
    baseline: noGrad(() => explained(x.mul(0)).item()),
    gradient: slopes(explained, x).squeeze(0).tolist() as Five,
    replaced: noGrad(() => explained(without).neg().add(value).tolist() as Five),
    integrated: slopes(explained, middles.mul(x)).mean(0).mul(x.squeeze(0)).tolist() as Five,
  };
}

/** The gradient at every row. Rows do not mix, so the gradient of their sum holds one a row. */
function slopes(explained: Explained, rows: Tensor): Tensor {
  return enableGrad(() => {
    const leaf = rows.detach().requiresGrad_();
    const [gradient] = grad(explained(leaf).sum(), leaf) as [Tensor];
    return gradient;
  });
}

/** Index of the largest number by size; null where all are 0. */
export function largest(values: readonly number[]): number | null {
  const sizes = values.map(Math.abs);
  const most = Math.max(...sizes);
  return most > 0 ? sizes.indexOf(most) : null;
}
