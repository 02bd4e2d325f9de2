import type { Operand } from '../core/node.ts';
import * as arithmetic from '../ops/arithmetic.ts';
import * as compare from '../ops/compare.ts';
import * as pairs from '../ops/pairs.ts';
import * as exponential from '../ops/exponential.ts';
import * as trigonometry from '../ops/trigonometry.ts';
import * as pointwise from '../ops/pointwise.ts';
import * as power from '../ops/power.ts';
import { where } from '../ops/select.ts';
import type { Tensor } from '../tensor.ts';

/** Elementwise methods; each is the function of the same name, where it is described. */
// prettier-ignore
export class PointwiseMethods {
  /** {@link arithmetic.add} */
  add(this: Tensor, other: Operand, options?: arithmetic.AlphaOptions): Tensor { return arithmetic.add(this, other, options); }
  /** {@link arithmetic.sub} */
  sub(this: Tensor, other: Operand, options?: arithmetic.AlphaOptions): Tensor { return arithmetic.sub(this, other, options); }
  /** {@link arithmetic.mul} */
  mul(this: Tensor, other: Operand): Tensor { return arithmetic.mul(this, other); }
  /** {@link arithmetic.div} */
  div(this: Tensor, other: Operand, options?: arithmetic.RoundingOptions): Tensor { return arithmetic.div(this, other, options); }
  /** {@link power.pow} */
  pow(this: Tensor, exponent: Operand): Tensor { return power.pow(this, exponent); }
  /** {@link power.square} */
  square(this: Tensor): Tensor { return power.square(this); }
  /** {@link pairs.clamp} */
  clamp(this: Tensor, bounds: pairs.Bounds): Tensor { return pairs.clamp(this, bounds); }
  /** {@link pairs.lerp} */
  lerp(this: Tensor, end: Operand, weight: Operand): Tensor { return pairs.lerp(this, end, weight); }
  /** This where `condition`, a bool tensor, holds, else `other`: {@link where}. */
  where(this: Tensor, condition: Tensor, other: Operand): Tensor { return where(condition, this, other); }

  /** {@link arithmetic.neg} */
  neg(this: Tensor): Tensor { return arithmetic.neg(this); }
  /** {@link arithmetic.reciprocal} */
  reciprocal(this: Tensor): Tensor { return arithmetic.reciprocal(this); }
  /** {@link pointwise.abs} */
  abs(this: Tensor): Tensor { return pointwise.abs(this); }
  /** {@link pointwise.sign} */
  sign(this: Tensor): Tensor { return pointwise.sign(this); }
  /** {@link exponential.exp} */
  exp(this: Tensor): Tensor { return exponential.exp(this); }
  /** {@link exponential.exp2} */
  exp2(this: Tensor): Tensor { return exponential.exp2(this); }
  /** {@link exponential.expm1} */
  expm1(this: Tensor): Tensor { return exponential.expm1(this); }
  /** {@link exponential.log} */
  log(this: Tensor): Tensor { return exponential.log(this); }
  /** {@link exponential.log2} */
  log2(this: Tensor): Tensor { return exponential.log2(this); }
  /** {@link exponential.log10} */
  log10(this: Tensor): Tensor { return exponential.log10(this); }
  /** {@link exponential.log1p} */
  log1p(this: Tensor): Tensor { return exponential.log1p(this); }
  /** {@link exponential.sqrt} */
  sqrt(this: Tensor): Tensor { return exponential.sqrt(this); }
  /** {@link exponential.rsqrt} */
  rsqrt(this: Tensor): Tensor { return exponential.rsqrt(this); }
  /** {@link trigonometry.sin} */
  sin(this: Tensor): Tensor { return trigonometry.sin(this); }
  /** {@link trigonometry.cos} */
  cos(this: Tensor): Tensor { return trigonometry.cos(this); }
  /** {@link trigonometry.tan} */
  tan(this: Tensor): Tensor { return trigonometry.tan(this); }
  /** {@link trigonometry.asin} */
  asin(this: Tensor): Tensor { return trigonometry.asin(this); }
  /** {@link trigonometry.acos} */
  acos(this: Tensor): Tensor { return trigonometry.acos(this); }
  /** {@link trigonometry.atan} */
  atan(this: Tensor): Tensor { return trigonometry.atan(this); }
  /** {@link trigonometry.sinh} */
  sinh(this: Tensor): Tensor { return trigonometry.sinh(this); }
  /** {@link trigonometry.cosh} */
  cosh(this: Tensor): Tensor { return trigonometry.cosh(this); }
  /** {@link trigonometry.tanh} */
  tanh(this: Tensor): Tensor { return trigonometry.tanh(this); }
  /** {@link trigonometry.asinh} */
  asinh(this: Tensor): Tensor { return trigonometry.asinh(this); }
  /** {@link trigonometry.acosh} */
  acosh(this: Tensor): Tensor { return trigonometry.acosh(this); }
  /** {@link trigonometry.atanh} */
  atanh(this: Tensor): Tensor { return trigonometry.atanh(this); }
  /** {@link pointwise.erf} */
  erf(this: Tensor): Tensor { return pointwise.erf(this); }
  /** {@link pointwise.floor} */
  floor(this: Tensor): Tensor { return pointwise.floor(this); }
  /** {@link pointwise.ceil} */
  ceil(this: Tensor): Tensor { return pointwise.ceil(this); }
  /** {@link pointwise.trunc} */
  trunc(this: Tensor): Tensor { return pointwise.trunc(this); }
  /** {@link pointwise.round} */
  round(this: Tensor, options?: { decimals?: number }): Tensor { return pointwise.round(this, options); }
  /** {@link pointwise.sigmoid} */
  sigmoid(this: Tensor): Tensor { return pointwise.sigmoid(this); }
  /** {@link pointwise.relu} */
  relu(this: Tensor): Tensor { return pointwise.relu(this); }

  /** {@link pairs.maximum} */
  maximum(this: Tensor, other: Operand): Tensor { return pairs.maximum(this, other); }
  /** {@link pairs.minimum} */
  minimum(this: Tensor, other: Operand): Tensor { return pairs.minimum(this, other); }
  /** {@link pairs.atan2} */
  atan2(this: Tensor, other: Operand): Tensor { return pairs.atan2(this, other); }
  /** {@link pairs.remainder} */
  remainder(this: Tensor, other: Operand): Tensor { return pairs.remainder(this, other); }
  /** {@link pairs.fmod} */
  fmod(this: Tensor, other: Operand): Tensor { return pairs.fmod(this, other); }
  /** {@link pairs.hypot} */
  hypot(this: Tensor, other: Operand): Tensor { return pairs.hypot(this, other); }

  /** {@link compare.eq} */
  eq(this: Tensor, other: Operand): Tensor { return compare.eq(this, other); }
  /** {@link compare.ne} */
  ne(this: Tensor, other: Operand): Tensor { return compare.ne(this, other); }
  /** {@link compare.lt} */
  lt(this: Tensor, other: Operand): Tensor { return compare.lt(this, other); }
  /** {@link compare.le} */
  le(this: Tensor, other: Operand): Tensor { return compare.le(this, other); }
  /** {@link compare.gt} */
  gt(this: Tensor, other: Operand): Tensor { return compare.gt(this, other); }
  /** {@link compare.ge} */
  ge(this: Tensor, other: Operand): Tensor { return compare.ge(this, other); }
  /** {@link compare.logicalAnd} */
  logicalAnd(this: Tensor, other: Operand): Tensor { return compare.logicalAnd(this, other); }
  /** {@link compare.logicalOr} */
  logicalOr(this: Tensor, other: Operand): Tensor { return compare.logicalOr(this, other); }
  /** {@link compare.logicalXor} */
  logicalXor(this: Tensor, other: Operand): Tensor { return compare.logicalXor(this, other); }
  /** {@link compare.logicalNot} */
  logicalNot(this: Tensor): Tensor { return compare.logicalNot(this); }
  /** {@link compare.isnan} */
  isnan(this: Tensor): Tensor { return compare.isnan(this); }
  /** {@link compare.isfinite} */
  isfinite(this: Tensor): Tensor { return compare.isfinite(this); }
  /** {@link compare.isinf} */
  isinf(this: Tensor): Tensor { return compare.isinf(this); }
}
