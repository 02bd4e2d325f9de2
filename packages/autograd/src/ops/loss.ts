import { ValueError } from '../core/errors.ts';
import { named } from '../core/record.ts';
import type { Tensor } from '../tensor.ts';
import { asTensor } from './constant.ts';
import { BOTH, binary } from './define.ts';
import { where } from './select.ts';

/** How the losses of the elements become one number. */
export type Reduction = 'mean' | 'sum' | 'none';

export interface LossOptions {
  reduction?: Reduction;
}

/** The losses as they are, their sum or their mean. */
export function reduceLosses(losses: Tensor, reduction: Reduction): Tensor {
  if (reduction === 'none') return losses;
  if (reduction === 'sum') return losses.sum();
  if (reduction === 'mean') return losses.mean();
  throw new ValueError(`${String(reduction)} is not a valid value for reduction`);
}

/** d(x − y)² = 2 (x − y)(dx − dy) */
const squaredError = binary({
  name: 'MseLoss',
  forward: (x, y) => (x - y) * (x - y),
  vjp: [
    (g, x, y) => g.mul(asTensor(x).sub(y).mul(2)),
    (g, x, y) => g.mul(asTensor(x).sub(y).mul(-2)),
  ],
  saves: [BOTH, BOTH],
});

/** The mean (or sum) of (x − y)². https://pytorch.org/docs/stable/generated/torch.nn.functional.mse_loss.html */
export function mseLoss(x: Tensor, y: Tensor, { reduction = 'mean' }: LossOptions = {}): Tensor {
  return named(reduceLosses(squaredError(x, y), reduction), 'MseLossBackward0');
}

/** The mean (or sum) of |x − y|. */
export function l1Loss(x: Tensor, y: Tensor, { reduction = 'mean' }: LossOptions = {}): Tensor {
  return reduceLosses(x.sub(y).abs(), reduction);
}

/** Quadratic for |x − y| < beta, linear beyond: d² / (2 beta), else |d| − beta / 2. */
export function smoothL1Loss(
  x: Tensor,
  y: Tensor,
  { reduction = 'mean', beta = 1 }: LossOptions & { beta?: number } = {},
): Tensor {
  if (beta === 0) return l1Loss(x, y, { reduction });
  const losses = bend(x.sub(y), beta).div(beta);
  return named(reduceLosses(losses, reduction), 'SmoothL1LossBackward0');
}

/** Quadratic for |x − y| ≤ delta, linear beyond: d² / 2, else delta (|d| − delta / 2). */
export function huberLoss(
  x: Tensor,
  y: Tensor,
  { reduction = 'mean', delta = 1 }: LossOptions & { delta?: number } = {},
): Tensor {
  return named(reduceLosses(bend(x.sub(y), delta), reduction), 'HuberLossBackward0');
}

/** d²/2 up to |d| = c, then its tangent c (|d| − c/2) */
function bend(d: Tensor, c: number): Tensor {
  const size = d.abs();
  return where(size.le(c), d.square().mul(0.5), size.sub(c / 2).mul(c));
}
