import type { Operand } from '../core/node.ts';
import * as arithmetic from '../ops/arithmetic.ts';
import * as compare from '../ops/compare.ts';
import * as pairs from '../ops/pairs.ts';
import * as pointwise from '../ops/pointwise.ts';
import * as power from '../ops/power.ts';
import { where } from '../ops/select.ts';
import type { Tensor } from '../tensor.ts';

/** Elementwise methods; each is the function of the same name, where it is described. */
// prettier-ignore
export class PointwiseMethods {
  add(this: Tensor, other: Operand, options?: arithmetic.AlphaOptions): Tensor { return arithmetic.add(this, other, options); }
  sub(this: Tensor, other: Operand, options?: arithmetic.AlphaOptions): Tensor { return arithmetic.sub(this, other, options); }
  mul(this: Tensor, other: Operand): Tensor { return arithmetic.mul(this, other); }
  div(this: Tensor, other: Operand, options?: arithmetic.RoundingOptions): Tensor { return arithmetic.div(this, other, options); }
  pow(this: Tensor, exponent: Operand): Tensor { return power.pow(this, exponent); }
  square(this: Tensor): Tensor { return power.square(this); }
  clamp(this: Tensor, bounds: pairs.Bounds): Tensor { return pairs.clamp(this, bounds); }
  lerp(this: Tensor, end: Operand, weight: Operand): Tensor { return pairs.lerp(this, end, weight); }
  /** This where `condition`, a bool tensor, holds, else `other`. */
  where(this: Tensor, condition: Tensor, other: Operand): Tensor { return where(condition, this, other); }

  neg(this: Tensor): Tensor { return arithmetic.neg(this); }
  reciprocal(this: Tensor): Tensor { return arithmetic.reciprocal(this); }
  abs(this: Tensor): Tensor { return pointwise.abs(this); }
  sign(this: Tensor): Tensor { return pointwise.sign(this); }
  exp(this: Tensor): Tensor { return pointwise.exp(this); }
  exp2(this: Tensor): Tensor { return pointwise.exp2(this); }
  expm1(this: Tensor): Tensor { return pointwise.expm1(this); }
  log(this: Tensor): Tensor { return pointwise.log(this); }
  log2(this: Tensor): Tensor { return pointwise.log2(this); }
  log10(this: Tensor): Tensor { return pointwise.log10(this); }
  log1p(this: Tensor): Tensor { return pointwise.log1p(this); }
  sqrt(this: Tensor): Tensor { return pointwise.sqrt(this); }
  rsqrt(this: Tensor): Tensor { return pointwise.rsqrt(this); }
  sin(this: Tensor): Tensor { return pointwise.sin(this); }
  cos(this: Tensor): Tensor { return pointwise.cos(this); }
  tan(this: Tensor): Tensor { return pointwise.tan(this); }
  asin(this: Tensor): Tensor { return pointwise.asin(this); }
  acos(this: Tensor): Tensor { return pointwise.acos(this); }
  atan(this: Tensor): Tensor { return pointwise.atan(this); }
  sinh(this: Tensor): Tensor { return pointwise.sinh(this); }
  cosh(this: Tensor): Tensor { return pointwise.cosh(this); }
  tanh(this: Tensor): Tensor { return pointwise.tanh(this); }
  asinh(this: Tensor): Tensor { return pointwise.asinh(this); }
  acosh(this: Tensor): Tensor { return pointwise.acosh(this); }
  atanh(this: Tensor): Tensor { return pointwise.atanh(this); }
  erf(this: Tensor): Tensor { return pointwise.erf(this); }
  floor(this: Tensor): Tensor { return pointwise.floor(this); }
  ceil(this: Tensor): Tensor { return pointwise.ceil(this); }
  trunc(this: Tensor): Tensor { return pointwise.trunc(this); }
  round(this: Tensor, options?: { decimals?: number }): Tensor { return pointwise.round(this, options); }
  sigmoid(this: Tensor): Tensor { return pointwise.sigmoid(this); }
  relu(this: Tensor): Tensor { return pointwise.relu(this); }

  maximum(this: Tensor, other: Operand): Tensor { return pairs.maximum(this, other); }
  minimum(this: Tensor, other: Operand): Tensor { return pairs.minimum(this, other); }
  atan2(this: Tensor, other: Operand): Tensor { return pairs.atan2(this, other); }
  remainder(this: Tensor, other: Operand): Tensor { return pairs.remainder(this, other); }
  fmod(this: Tensor, other: Operand): Tensor { return pairs.fmod(this, other); }
  hypot(this: Tensor, other: Operand): Tensor { return pairs.hypot(this, other); }

  eq(this: Tensor, other: Operand): Tensor { return compare.eq(this, other); }
  ne(this: Tensor, other: Operand): Tensor { return compare.ne(this, other); }
  lt(this: Tensor, other: Operand): Tensor { return compare.lt(this, other); }
  le(this: Tensor, other: Operand): Tensor { return compare.le(this, other); }
  gt(this: Tensor, other: Operand): Tensor { return compare.gt(this, other); }
  ge(this: Tensor, other: Operand): Tensor { return compare.ge(this, other); }
  logicalAnd(this: Tensor, other: Operand): Tensor { return compare.logicalAnd(this, other); }
  logicalOr(this: Tensor, other: Operand): Tensor { return compare.logicalOr(this, other); }
  logicalXor(this: Tensor, other: Operand): Tensor { return compare.logicalXor(this, other); }
  logicalNot(this: Tensor): Tensor { return compare.logicalNot(this); }
  isnan(this: Tensor): Tensor { return compare.isnan(this); }
  isfinite(this: Tensor): Tensor { return compare.isfinite(this); }
  isinf(this: Tensor): Tensor { return compare.isinf(this); }
}
