/** Functions and their derivatives over double-double numbers. Where there is no derivative: PyTorch's. */
import * as dd from './double-double.ts';
import { type DoubleDouble, exactly, one, zero } from './double-double.ts';
import {
  arctan,
  arcsin,
  cbrt,
  erf,
  exp,
  halfPi,
  log,
  sinCos,
  sinhOf,
  sqrt,
} from './double-double-functions.ts';

export type ValueAndSlope = [value: DoubleDouble, slope: DoubleDouble];

type Rule = (u: DoubleDouble) => ValueAndSlope;

const half = exactly(0.5);

export const sin: Rule = (u) => {
  const turned = sinCos(u);
  return [turned.sin, turned.cos];
};

export const cos: Rule = (u) => {
  const turned = sinCos(u);
  return [turned.cos, dd.negate(turned.sin)];
};

/** tan′ = 1/cos² */
export const tan: Rule = (u) => {
  const turned = sinCos(u);
  const value = dd.divide(turned.sin, turned.cos);
  return [value, dd.divide(one, dd.multiply(turned.cos, turned.cos))];
};

/** asin′ u = 1/√(1 − u²) */
export const asin: Rule = (u) => {
  const room = dd.multiply(dd.subtract(one, u), dd.add(one, u));
  return [arcsin(u), dd.divide(one, sqrt(room))];
};

/** acos u = π/2 − asin u */
export const acos: Rule = (u) => {
  const [value, slope] = asin(u);
  return [dd.subtract(halfPi, value), dd.negate(slope)];
};

/** atan′ u = 1/(1 + u²) */
export const atan: Rule = (u) => [arctan(u), dd.divide(one, dd.add(one, dd.multiply(u, u)))];

const coshOf = (u: DoubleDouble) => dd.scale(dd.add(exp(u), exp(dd.negate(u))), 0.5);

export const sinh: Rule = (u) => [sinhOf(u), coshOf(u)];
export const cosh: Rule = (u) => [coshOf(u), sinhOf(u)];

/** tanh u = 2 sigmoid(2u) − 1, so its slope is 4 sigmoid′(2u) */
export const tanh: Rule = (u) => {
  const [value, slope] = sigmoid(dd.scale(u, 2));
  return [dd.subtract(dd.scale(value, 2), one), dd.scale(slope, 4)];
};

export const exponential: Rule = (u) => {
  const value = exp(u);
  return [value, value];
};

export const logarithm: Rule = (u) => [log(u), dd.divide(one, u)];

/** log_b u = ln u / ln b */
export function logarithmTo(base: number, u: DoubleDouble): ValueAndSlope {
  const scale = log(exactly(base));
  return [dd.divide(log(u), scale), dd.divide(one, dd.multiply(u, scale))];
}

export const squareRoot: Rule = (u) => {
  const value = sqrt(u);
  return [value, dd.divide(half, value)];
};

/** ∛u′ = 1/(3 ∛u²); at 0 sign(u) |u|^(1/3), as PyTorch has it, comes to 0 · ∞ */
export const cubeRoot: Rule = (u) => {
  const value = cbrt(u);
  if (value.hi === 0) return [value, exactly(NaN)];
  return [value, dd.divide(one, dd.multiply(exactly(3), dd.multiply(value, value)))];
};

export const absolute: Rule = (u) =>
  u.hi < 0 ? [dd.negate(u), exactly(-1)] : [u, exactly(Math.sign(u.hi))];

export const sign: Rule = (u) => [exactly(Math.sign(u.hi)), zero];

export const floor: Rule = (u) => {
  const below = Math.floor(u.hi);
  return [exactly(below === u.hi && u.lo < 0 ? below - 1 : below), zero];
};

/** 1/(1 + e⁻ᵘ) and its slope e⁻ᵘ/(1 + e⁻ᵘ)² */
export const sigmoid: Rule = (u) => {
  const decay = exp(dd.negate(u));
  const value = dd.divide(one, dd.add(one, decay));
  return [value, dd.multiply(decay, dd.multiply(value, value))];
};

export const relu: Rule = (u) => (u.hi <= 0 ? [zero, zero] : [u, one]);

export const softplus: Rule = (u) =>
  u.hi > 20 ? [u, one] : [log(dd.add(one, exp(u))), sigmoid(u)[0]];

const rootOfPi = sqrt(dd.scale(halfPi, 2));

/** erf′ u = (2/√π) e^(−u²) */
export const errorFunction: Rule = (u) => {
  const bell = exp(dd.negate(dd.multiply(u, u)));
  return [erf(u), dd.divide(dd.scale(bell, 2), rootOfPi)];
};

const rootHalf = sqrt(half);

/** gelu u = u Φ(u) with Φ(u) = ½(1 + erf(u/√2)), so its slope is Φ(u) + u Φ′(u) */
export const gelu: Rule = (u) => {
  const [value, slope] = errorFunction(dd.multiply(u, rootHalf));
  const share = dd.scale(dd.add(one, value), 0.5);
  const density = dd.scale(dd.multiply(slope, rootHalf), 0.5);
  return [dd.multiply(u, share), dd.add(share, dd.multiply(u, density))];
};
