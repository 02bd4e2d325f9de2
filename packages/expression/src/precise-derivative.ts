/**
 * A second way to the derivative, to hold autograd and differences against: forward mode (value and
 * derivative carried side by side) over numbers of 31 digits. It shares no rule and no rounding
 * with autograd.
 */
import * as dd from './double-double.ts';
import type { DoubleDouble } from './double-double.ts';
import { exp, log, sinCos, sqrt, wholePower } from './double-double-functions.ts';
import { constants } from './names.ts';
import type { Expression, FunctionName, Operator } from './tree.ts';

/** A value and its derivative by x. */
interface Dual {
  value: DoubleDouble;
  slope: DoubleDouble;
}

const zero: DoubleDouble = { hi: 0, lo: 0 };
const one: DoubleDouble = { hi: 1, lo: 0 };

/**
 * f′(x) rounded once, to the nearest float64; NaN where 31-digit arithmetic fails (overflow, or no
 * derivative). A kink has the slope that PyTorch gives it. The numbers in the formula, pi and e
 * count as the float64 numbers that a program holds.
 */
export function preciseDerivative(expression: Expression, x: number): number {
  const { value, slope } = dualAt(expression, x);
  return Number.isFinite(value.hi) ? slope.hi + slope.lo : NaN;
}

function dualAt(expression: Expression, x: number): Dual {
  switch (expression.kind) {
    case 'number':
      return constant(expression.value);
    case 'constant':
      return constant(constants[expression.name]);
    case 'variable':
      return { value: dd.exactly(x), slope: one };
    case 'negate': {
      const { value, slope } = dualAt(expression.operand, x);
      return { value: dd.negate(value), slope: dd.negate(slope) };
    }
    case 'binary':
      return operators[expression.operator](
        dualAt(expression.left, x),
        dualAt(expression.right, x),
      );
    case 'call': {
      const [first = constant(NaN), second = first] = expression.operands.map((operand) =>
        dualAt(operand, x),
      );
      return call(expression.name, first, second);
    }
  }
}

function constant(value: number): Dual {
  return { value: dd.exactly(value), slope: zero };
}

function isConstant({ slope }: Dual): boolean {
  return slope.hi === 0;
}

const operators: Record<Operator, (a: Dual, b: Dual) => Dual> = {
  '+': (a, b) => ({ value: dd.add(a.value, b.value), slope: dd.add(a.slope, b.slope) }),
  '-': (a, b) => ({ value: dd.subtract(a.value, b.value), slope: dd.subtract(a.slope, b.slope) }),
  '*': (a, b) => ({
    value: dd.multiply(a.value, b.value),
    slope: dd.add(dd.multiply(a.slope, b.value), dd.multiply(a.value, b.slope)),
  }),
  '/': (a, b) => {
    const value = dd.divide(a.value, b.value);
    const slope = dd.divide(dd.subtract(a.slope, dd.multiply(value, b.slope)), b.value);
    return { value, slope };
  },
  '^': power,
};

/** (uᶜ)′ = c uᶜ⁻¹ u′ for a constant c, else (uᵛ)′ = uᵛ (v′ ln u + v u′/u) */
function power(base: Dual, exponent: Dual): Dual {
  const { value: u, slope: du } = base;
  const { value: v, slope: dv } = exponent;
  if (isConstant(exponent)) {
    const below = raise(u, dd.subtract(v, one));
    const slope = v.hi === 0 ? zero : dd.multiply(dd.multiply(v, below), du);
    return { value: raise(u, v), slope };
  }
  const value = raise(u, v);
  const grown = isConstant(base) ? zero : dd.multiply(v, dd.divide(du, u));
  return { value, slope: dd.multiply(value, dd.add(dd.multiply(dv, log(u)), grown)) };
}

function raise(u: DoubleDouble, v: DoubleDouble): DoubleDouble {
  if (v.lo === 0 && Number.isInteger(v.hi)) return wholePower(u, v.hi);
  return u.hi === 0 ? dd.exactly(0 ** v.hi) : exp(dd.multiply(v, log(u)));
}

/** Those of one operand. */
type UnaryName = Exclude<FunctionName, 'max' | 'min'>;

/** f(u) with the chain rule, from f and f′ at u. */
function call(name: FunctionName, first: Dual, second: Dual): Dual {
  if (name === 'max') return chosen(first, second, dd.subtract(first.value, second.value).hi);
  if (name === 'min') return chosen(first, second, dd.subtract(second.value, first.value).hi);
  const [value, slope] = rules[name](first.value);
  return { value, slope: dd.multiply(slope, first.slope) };
}

type ValueAndSlope = [value: DoubleDouble, slope: DoubleDouble];

const logarithm = (u: DoubleDouble): ValueAndSlope => [log(u), dd.divide(one, u)];

/** 1/(1 + e⁻ᵘ) and its slope e⁻ᵘ/(1 + e⁻ᵘ)² */
function sigmoid(u: DoubleDouble): ValueAndSlope {
  const decay = exp(dd.negate(u));
  const value = dd.divide(one, dd.add(one, decay));
  return [value, dd.multiply(decay, dd.multiply(value, value))];
}

const rules: Record<UnaryName, (u: DoubleDouble) => ValueAndSlope> = {
  sin: (u) => [sinCos(u).sin, sinCos(u).cos],
  cos: (u) => [sinCos(u).cos, dd.negate(sinCos(u).sin)],
  tan: (u) => {
    const { sin, cos } = sinCos(u);
    return [dd.divide(sin, cos), dd.divide(one, dd.multiply(cos, cos))];
  },
  exp: (u) => [exp(u), exp(u)],
  ln: logarithm,
  log: logarithm,
  sqrt: (u) => [sqrt(u), dd.divide(dd.exactly(0.5), sqrt(u))],
  abs: (u) => (u.hi < 0 ? [dd.negate(u), dd.exactly(-1)] : [u, dd.exactly(Math.sign(u.hi))]),
  /** tanh u = 2 sigmoid(2u) − 1, so its slope is 4 sigmoid′(2u) */
  tanh: (u) => {
    const [value, slope] = sigmoid(dd.scale(u, 2));
    return [dd.subtract(dd.scale(value, 2), one), dd.scale(slope, 4)];
  },
  sigmoid,
  relu: (u) => (u.hi <= 0 ? [zero, zero] : [u, one]),
  softplus: (u) => (u.hi > 20 ? [u, one] : [log(dd.add(one, exp(u))), sigmoid(u)[0]]),
};

/** PyTorch gives each side of a tie half the slope. */
function chosen(a: Dual, b: Dual, preference: number): Dual {
  if (preference === 0) return { value: a.value, slope: dd.scale(dd.add(a.slope, b.slope), 0.5) };
  if (Number.isNaN(preference)) return { value: dd.exactly(NaN), slope: dd.exactly(NaN) };
  return preference > 0 ? a : b;
}
