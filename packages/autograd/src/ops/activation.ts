import { checked } from '../core/check.ts';
import { allocate } from '../core/allocate.ts';
import { ValueError } from '../core/errors.ts';
import { elements, wrap } from '../core/make.ts';
import type { Tensor } from '../core/tensor.ts';
import { zerosLike } from '../core/constant.ts';
import { FIRST, unary } from './define.ts';
import { exp } from './exponential.ts';
import { erf, relu, sigmoid } from './pointwise.ts';
import { where } from './where.ts';
import * as special from './special.ts';

export { relu, sigmoid } from './pointwise.ts';

/**
 * ln σ(x) of each element, without overflow; whole numbers become floating. d ln σ(x) = (1 − σ(x)) dx
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.logsigmoid.html
 */
export const logsigmoid = unary({
  name: 'LogSigmoid',
  forward: (x) => Math.min(x, 0) - Math.log1p(Math.exp(-Math.abs(x))),
  vjp: (g, x) => g.mul(sigmoid(x.neg())),
});

/**
 * x above 0 and `slope` · x below, of each element; whole numbers become floating.
 * d leaky(x) = dx where x > 0, else slope dx
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.leaky_relu.html
 */
export const leakyRelu = checked(
  'leakyRelu input:T negativeSlope:n?',
  (x: Tensor, slope = 0.01): Tensor => {
    return unary({
      name: 'LeakyRelu',
      forward: (value) => (value > 0 ? value : value * slope),
      vjp: (g, input) => where(input.gt(0), g, g.mul(slope)),
    })(x);
  },
);

/** d elu(x) = s dx where x > 0, else s α eˣ dx; α (eˣ − 1) below 0, all scaled by s */
function scaledElu(x: Tensor, name: string, alpha: number, scale: number): Tensor {
  return unary({
    name,
    forward: (value) => scale * (value > 0 ? value : alpha * Math.expm1(value)),
    vjp: (g, input) =>
      where(input.le(0), g.mul(exp(relu(input.neg()).neg()).mul(alpha * scale)), g.mul(scale)),
  })(x);
}

/**
 * x above 0 and α (eˣ − 1) below, of each element; whole numbers become floating.
 * d elu(x) = dx where x > 0, else α eˣ dx
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.elu.html
 */
export const elu = checked('elu input:T alpha:n?', (x: Tensor, alpha = 1): Tensor => {
  return scaledElu(x, 'Elu', alpha, 1);
});

/**
 * The self-normalising ELU of each element: s · elu(x) with α = 1.6733, s = 1.0507. Whole numbers become
 * floating. d selu(x) = s dx where x > 0, else s α eˣ dx
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.selu.html
 */
export const selu = checked('selu input:T', (x: Tensor): Tensor => {
  return scaledElu(x, 'Elu', 1.6732632423543772, 1.0507009873554805);
});

/** d gelu(x) = (Φ(x) + x φ(x)) dx, with the normal distribution's Φ and density φ */
const geluExact = unary({
  name: 'Gelu',
  forward: (x) => x * 0.5 * (1 + special.erf(x * Math.SQRT1_2)),
  vjp: (g, x) => {
    const cumulative = erf(x.mul(Math.SQRT1_2)).add(1).mul(0.5);
    const density = exp(x.square().mul(-0.5)).mul(1 / Math.sqrt(2 * Math.PI));
    return g.mul(cumulative.add(x.mul(density)));
  },
});

const slope = Math.sqrt(2 / Math.PI);

/** d gelu(x) = (½(1 + t) + ½ x (1 − t²) u′) dx, t = tanh u, u = √(2/π) (x + 0.044715 x³) */
const geluTanh = unary({
  name: 'Gelu',
  forward: (x) => 0.5 * x * (1 + special.tanh(slope * (x + 0.044715 * x * x * x))),
  vjp: (g, x) => {
    const t = x.add(x.pow(3).mul(0.044715)).mul(slope).tanh();
    const inner = x
      .square()
      .mul(3 * 0.044715)
      .add(1)
      .mul(slope);
    return g.mul(
      t
        .add(1)
        .mul(0.5)
        .add(x.mul(0.5).mul(t.square().neg().add(1)).mul(inner)),
    );
  },
});

/**
 * x Φ(x) of each element, with the normal distribution's Φ and density φ; 'tanh' approximates it.
 * Whole numbers become floating. d gelu(x) = (Φ(x) + x φ(x)) dx
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.gelu.html
 */
export const gelu = checked(
  'gelu input:T *approximate:s',
  (x: Tensor, { approximate = 'none' }: { approximate?: 'none' | 'tanh' } = {}): Tensor => {
    return approximate === 'tanh' ? geluTanh(x) : geluExact(x);
  },
);

/**
 * x σ(x) of each element; whole numbers become floating. d silu(x) = σ(x) (1 + x (1 − σ(x))) dx
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.silu.html
 */
export const silu = unary({
  name: 'Silu',
  forward: (x) => x * special.sigmoid(x),
  vjp: (g, x) => {
    const s = sigmoid(x);
    return g.mul(s.mul(x.mul(s.neg().add(1)).add(1)));
  },
});

/**
 * x tanh softplus(x) of each element; whole numbers become floating.
 * d mish(x) = (t + x σ(x) (1 − t²)) dx, t = tanh softplus(x)
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.mish.html
 */
export const mish = unary({
  name: 'Mish',
  forward: (x) => x * special.tanh(Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))),
  vjp: (g, x) => {
    const t = softplus(x).tanh();
    return g.mul(t.add(x.mul(sigmoid(x)).mul(t.square().neg().add(1))));
  },
});

/** Options of `softplus`. */
export interface SoftplusOptions {
  /** How sharp the bend at 0 is: large values come close to relu. */
  beta?: number;
  /** Where βx is above it, softplus is taken to be x. */
  threshold?: number;
}

/**
 * ln(1 + exp(βx)) / β of each element, and x itself where βx > threshold; whole numbers become floating.
 * d softplus(x) = σ(βx) dx; dx where βx > threshold
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.softplus.html
 */
export const softplus = checked(
  'softplus input:T *beta:n *threshold:n',
  (x: Tensor, { beta = 1, threshold = 20 }: SoftplusOptions = {}): Tensor => {
    return unary({
      name: 'Softplus',
      forward: (value) =>
        value * beta > threshold ? value : Math.log1p(Math.exp(value * beta)) / beta,
      vjp: (g, input) => {
        const scaled = input.mul(beta);
        return where(scaled.gt(threshold), g, g.mul(sigmoid(scaled)));
      },
    })(x);
  },
);

/**
 * x / (1 + |x|) of each element; whole numbers become floating. d softsign(x) = dx / (1 + |x|)²
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.softsign.html
 */
export const softsign = checked('softsign input:T', (x: Tensor): Tensor => {
  return x.div(x.abs().add(1));
});

/**
 * Each element, but no less than `low` and no more than `high`; whole numbers become floating.
 * d hardtanh(x) = dx strictly between the bounds, else 0
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.hardtanh.html
 */
export const hardtanh = checked(
  'hardtanh input:T minVal:n? maxVal:n?',
  (x: Tensor, low = -1, high = 1): Tensor => {
    return unary({
      name: 'Hardtanh',
      forward: (value) => Math.min(Math.max(value, low), high),
      saves: FIRST,
      vjp: (g, input) => where(input.le(low).logicalOr(input.ge(high)), zerosLike(g), g),
    })(x);
  },
);

/**
 * Zeroes elements with probability p while training and divides the rest by 1 − p; `keep` draws which stay.
 * If not training, or if p = 0, `x` itself.
 * Throws ValueError if p is not in [0, 1], TypeError if `keep` is needed and missing.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.dropout.html
 */
export function dropout(
  x: Tensor,
  { p = 0.5, training = true, keep }: DropoutOptions = {},
): Tensor {
  if (!(p >= 0 && p <= 1)) {
    throw new ValueError(`dropout probability has to be between 0 and 1, but got ${p}`);
  }
  if (!training || p === 0) return x;
  if (p === 1) return x.mul(zerosLike(x.detach()));
  if (keep === undefined)
    throw new TypeError('dropout: needs keep, a function that draws the mask');
  const mask = keep(x, 1 - p);
  const scaled = allocate(x.dtype, mask.numel());
  elements(mask).forEach((value, k) => (scaled[k] = value / (1 - p)));
  return x.mul(wrap(scaled, x.shape, x.dtype));
}

/** Options of `dropout`. */
export interface DropoutOptions {
  /** The probability of becoming 0, in [0, 1]. */
  p?: number;
  /** Nothing is dropped if false. */
  training?: boolean;
  /** Draws a tensor like x that is 1 with the given probability, else 0. */
  keep?: (x: Tensor, probability: number) => Tensor;
}
