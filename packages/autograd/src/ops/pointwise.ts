import { checked } from '../core/check.ts';
import { refuseBool } from '../core/dtype.ts';
import { RuntimeError } from '../core/errors.ts';
import type { Tensor } from '../core/tensor.ts';
import { zerosLike } from '../core/constant.ts';
import { NOTHING, OUTPUT, unary } from './define.ts';
import { where } from './where.ts';
import * as special from './special.ts';

/** Whether `x`, which may be anything in plain JavaScript, is a bool tensor. */
function isBool(x: Tensor): boolean {
  return (x as Tensor | null | undefined)?.dtype === 'bool';
}

/** A function of steps, which is flat almost everywhere: its gradient is 0. */
/* @__NO_SIDE_EFFECTS__ */
function steps(name: string, forward: (x: number) => number): (x: Tensor) => Tensor {
  const stepped = unary({
    name,
    forward,
    keepsIntegers: true,
    saves: NOTHING,
    vjp: (g) => zerosLike(g),
  });
  return (x) => {
    if (name !== 'Sign' && isBool(x)) {
      refuseBool('bool', `${name.toLowerCase()}_vml_cpu`);
    }
    return stepped(x);
  };
}

/**
 * |x| of each element; whole numbers stay whole. d|x| = sign(x) dx, 0 at 0
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.abs.html
 */
export function abs(x: Tensor): Tensor {
  if (isBool(x)) refuseBool('bool', 'abs_cpu');
  return absolute(x);
}

const absolute = unary({
  name: 'Abs',
  forward: Math.abs,
  keepsIntegers: true,
  vjp: (g, x) => g.mul(x.sign()),
});

/**
 * −1, 0 or 1 by the sign of each element; whole numbers stay whole. d sign x = 0
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.sign.html
 */
export const sign = steps('Sign', (x) => Number(x > 0) - Number(x < 0));

/**
 * σ(x) = 1 / (1 + e⁻ˣ) of each element; whole numbers become floating. dσ(x) = σ(x) (1 − σ(x)) dx
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.sigmoid.html
 */
export const sigmoid = unary({
  name: 'Sigmoid',
  forward: special.sigmoid,
  saves: OUTPUT,
  vjp: (g, _, y) => g.mul(y.neg().add(1).mul(y)),
});

/**
 * max(x, 0) of each element; NaN stays NaN, whole numbers stay whole. d relu(x) = dx where x > 0, else 0
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.relu.html
 */
export function relu(x: Tensor): Tensor {
  if (isBool(x)) {
    throw new RuntimeError('Boolean inputs not supported for relu');
  }
  return rectified(x);
}

const rectified = unary({
  name: 'Relu',
  forward: (x) => (x > 0 || Number.isNaN(x) ? x : 0),
  keepsIntegers: true,
  saves: OUTPUT,
  vjp: (g, _, y) => where(y.le(0), zerosLike(g), g),
});

/**
 * The error function of each element, (2/√π) ∫₀ˣ exp(−t²) dt; whole numbers become floating.
 * d erf x = (2/√π) exp(−x²) dx
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.erf.html
 */
export const erf = unary({
  name: 'Erf',
  forward: special.erf,
  vjp: (g, x) =>
    g.mul(
      x
        .square()
        .neg()
        .exp()
        .mul(2 / Math.sqrt(Math.PI)),
    ),
});

/**
 * ⌊x⌋ of each element, rounded down; the dtype is kept. d⌊x⌋ = 0
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.floor.html
 */
export const floor = steps('Floor', Math.floor);

/**
 * ⌈x⌉ of each element, rounded up; the dtype is kept. d⌈x⌉ = 0
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.ceil.html
 */
export const ceil = steps('Ceil', Math.ceil);

/**
 * Each element without its fraction; the dtype is kept. d trunc x = 0
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.trunc.html
 */
export const trunc = steps('Trunc', Math.trunc);

/** d round x = 0; halves go to the even neighbour */
const roundToWhole = steps('Round', special.roundHalfToEven);

/**
 * Each element to `decimals` places, which may be negative (−1: tens); halves go to the even neighbour.
 * Whole numbers become floating unless `decimals` is 0. d round x = 0
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.round.html
 */
export const round = checked(
  'round self:T *decimals:i',
  (x: Tensor, { decimals = 0 }: { decimals?: number } = {}): Tensor => {
    if (decimals === 0) return roundToWhole(x);
    const scale = 10 ** Math.abs(decimals);
    return decimals > 0
      ? roundToWhole(x.mul(scale)).div(scale)
      : roundToWhole(x.div(scale)).mul(scale);
  },
);
