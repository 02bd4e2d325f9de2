import type { Tensor } from '../core/tensor.ts';

/** A running average, in place: a ← κ a + (1 − κ) x */
export function blend(average: Tensor, x: Tensor, kept: number): Tensor {
  return average.mul_(kept).add_(x, { alpha: 1 - kept });
}
