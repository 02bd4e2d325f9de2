import { checked } from '../core/check.ts';
import { typeName } from '../core/dtype.ts';
import { RuntimeError, ValueError } from '../core/errors.ts';
import { named } from '../core/record.ts';
import type { Tensor } from '../core/tensor.ts';
import { zerosLike } from '../core/constant.ts';
import { BOTH, binary, unary } from './define.ts';
import { where } from './where.ts';

/** How the losses of the elements become one number. */
export type Reduction = 'mean' | 'sum' | 'none';

/** The options that all losses have. */
export interface LossOptions {
  /** 'mean' unless said otherwise. */
  reduction?: Reduction;
}

/** The losses, weighted, as they are, their sum or their mean; PyTorch records the whole as `name`. */
export function reduceLosses(
  losses: Tensor,
  { reduction = 'mean', weight }: LossOptions & { weight?: Tensor } = {},
  name?: string,
): Tensor {
  const weighted = weight === undefined ? losses : losses.mul(weight);
  if (!['none', 'sum', 'mean'].includes(reduction)) {
    throw new ValueError(`${reduction} is not a valid value for reduction`);
  }
  const reduced = reduction === 'none' ? weighted : weighted[reduction]();
  return name === undefined ? reduced : named(reduced, `${name}Backward0`);
}

/** 2 (x − y); PyTorch has no gradient where the two are of different dtypes. */
function slope(x: Tensor, y: Tensor): Tensor {
  if (x.dtype === y.dtype) return x.sub(y).mul(2);
  throw new RuntimeError(`Found dtype ${typeName(y.dtype)} but expected ${typeName(x.dtype)}`);
}

/** d(x − y)² = 2 (x − y)(dx − dy) */
const squaredError = binary({
  name: 'MseLoss',
  forward: (x, y) => (x - y) * (x - y),
  vjp: [(g, x, y) => g.mul(slope(x, y)), (g, x, y) => g.mul(slope(y, x))],
  saves: [BOTH, BOTH],
});

/**
 * The mean (or sum) of (x − y)²: 0-dim, or the shape of both for the reduction 'none'; x and y broadcast.
 * d(x − y)² = 2 (x − y)(dx − dy).
 * Throws RuntimeError for the mean of whole numbers, and going back if the dtypes differ.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.mse_loss.html
 */
export const mseLoss = checked(
  'mseLoss input:T target:T *reduction:s',
  (x: Tensor, y: Tensor, options?: LossOptions): Tensor => {
    return reduceLosses(squaredError(x, y), options, 'MseLoss');
  },
);

/**
 * The mean (or sum) of |x − y|: 0-dim, or the shape of both for the reduction 'none'; x and y broadcast.
 * Throws RuntimeError for the mean of whole numbers.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.l1_loss.html
 */
export const l1Loss = checked(
  'l1Loss input:T target:T *reduction:s',
  (x: Tensor, y: Tensor, options?: LossOptions): Tensor => {
    return reduceLosses(x.sub(y).abs(), options);
  },
);

/**
 * Quadratic for |x − y| < beta, linear beyond: d² / (2 beta), else |d| − beta / 2; |d| where beta is 0.
 * 0-dim, or the shape of both for the reduction 'none'; x and y broadcast. Throws RuntimeError if beta < 0.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.smooth_l1_loss.html
 */
export const smoothL1Loss = checked(
  'smoothL1Loss input:T target:T *reduction:s *beta:n',
  (
    x: Tensor,
    y: Tensor,
    { beta = 1, ...options }: LossOptions & { beta?: number } = {},
  ): Tensor => {
    if (beta < 0)
      throw new RuntimeError('smooth_l1_loss does not support negative values for beta.');
    if (beta === 0) return l1Loss(x, y, options);
    return reduceLosses(bent('SmoothL1Loss', beta, beta)(x, y), options, 'SmoothL1Loss');
  },
);

/**
 * Quadratic for |x − y| ≤ delta, linear beyond: d² / 2, else delta (|d| − delta / 2).
 * 0-dim, or the shape of both for the reduction 'none'; x and y broadcast. Throws RuntimeError unless delta > 0.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.huber_loss.html
 */
export const huberLoss = checked(
  'huberLoss input:T target:T *reduction:s *delta:n',
  (
    x: Tensor,
    y: Tensor,
    { delta = 1, ...options }: LossOptions & { delta?: number } = {},
  ): Tensor => {
    if (delta <= 0) {
      throw new RuntimeError('huber_loss does not support non-positive values for delta.');
    }
    return reduceLosses(bent('HuberLoss', delta, 1)(x, y), options, 'HuberLoss');
  },
);

/** d²/2 up to |d| = c, then its tangent c (|d| − c/2), of d = x − y, over `scale`; slope: d, cut at ±c, over it */
function bent(name: string, c: number, scale: number): (x: Tensor, y: Tensor) => Tensor {
  const cut = unary({
    name: `${name}Backward`,
    forward: (d) => Math.min(Math.max(d, -c), c),
    vjp: (g, d) => where(d.abs().lt(c), g, zerosLike(g)),
  });
  const toX = (g: Tensor, x: Tensor, y: Tensor): Tensor => g.mul(cut(x.sub(y)).div(scale));
  return binary({
    name,
    forward: (x, y) => {
      const size = Math.abs(x - y);
      return (size <= c ? (size * size) / 2 : c * (size - c / 2)) / scale;
    },
    vjp: [toX, (g, x, y) => toX(g, y, x)],
    saves: [BOTH, BOTH],
  });
}
