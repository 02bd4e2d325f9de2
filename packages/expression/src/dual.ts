/** Forward mode: a value and its derivative by x side by side, over numbers of about 31 digits. */
import * as dd from './double-double.ts';
import { type DoubleDouble, one, zero } from './double-double.ts';
import { exp, log, wholePower } from './double-double-functions.ts';

export interface Dual {
  value: DoubleDouble;
  slope: DoubleDouble;
}

export function constant(value: number): Dual {
  return { value: dd.exactly(value), slope: zero };
}

export function negate({ value, slope }: Dual): Dual {
  return { value: dd.negate(value), slope: dd.negate(slope) };
}

export function add(a: Dual, b: Dual): Dual {
  return { value: dd.add(a.value, b.value), slope: dd.add(a.slope, b.slope) };
}

export function subtract(a: Dual, b: Dual): Dual {
  return { value: dd.subtract(a.value, b.value), slope: dd.subtract(a.slope, b.slope) };
}

export function multiply(a: Dual, b: Dual): Dual {
  const slope = dd.add(dd.multiply(a.slope, b.value), dd.multiply(a.value, b.slope));
  return { value: dd.multiply(a.value, b.value), slope };
}

export function divide(a: Dual, b: Dual): Dual {
  const value = dd.divide(a.value, b.value);
  return {
    value,
    slope: dd.divide(dd.subtract(a.slope, dd.multiply(value, b.slope)), b.value),
  };
}

function isConstant({ slope }: Dual): boolean {
  return slope.hi === 0;
}

/** (uᶜ)′ = c uᶜ⁻¹ u′ for a constant c, else (uᵛ)′ = uᵛ (v′ ln u + v u′/u) */
export function power(base: Dual, exponent: Dual): Dual {
  const { value: u, slope: du } = base;
  const { value: v, slope: dv } = exponent;
  const value = raise(u, v);
  if (isConstant(exponent)) {
    const below = raise(u, dd.subtract(v, one));
    return { value, slope: v.hi === 0 ? zero : dd.multiply(dd.multiply(v, below), du) };
  }
  const grown = isConstant(base) ? zero : dd.multiply(v, dd.divide(du, u));
  return { value, slope: dd.multiply(value, dd.add(dd.multiply(dv, log(u)), grown)) };
}

function raise(u: DoubleDouble, v: DoubleDouble): DoubleDouble {
  if (v.lo === 0 && Number.isInteger(v.hi)) return wholePower(u, v.hi);
  return u.hi === 0 ? dd.exactly(0 ** v.hi) : exp(dd.multiply(v, log(u)));
}

/** The larger of two, or with `preference` −1 the smaller. PyTorch gives each side of a tie half the slope. */
export function chosen(a: Dual, b: Dual, preference: 1 | -1): Dual {
  const lead = preference * dd.subtract(a.value, b.value).hi;
  if (lead === 0) return { value: a.value, slope: dd.scale(dd.add(a.slope, b.slope), 0.5) };
  if (Number.isNaN(lead)) return constant(NaN);
  return lead > 0 ? a : b;
}
