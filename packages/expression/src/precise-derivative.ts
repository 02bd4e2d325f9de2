/**
 * A second way to the derivative, to hold autograd and differences against: forward mode (value and
 * derivative carried side by side) over numbers of 31 digits. It shares no rule and no rounding
 * with autograd.
 */
import { type Algebra, fold } from './algebra.ts';
import { exactly, multiply, one } from './double-double.ts';
import { type Dual, constant, negate } from './dual.ts';
import { functions } from './functions.ts';
import { operations } from './operations.ts';
import { type Expression, constants } from './tree.ts';

/**
 * f′(x) rounded once, to the nearest float64; NaN where 31-digit arithmetic fails (overflow, or no
 * derivative). A kink has the slope that PyTorch gives it. The numbers in the formula, pi and e
 * count as the float64 numbers that a program holds.
 */
export function preciseDerivative(expression: Expression, x: number): number {
  const { value, slope } = fold(expression, dualsAt(x));
  return Number.isFinite(value.hi) ? slope.hi + slope.lo : NaN;
}

function dualsAt(x: number): Algebra<Dual> {
  return {
    number: constant,
    constant: (name) => constant(constants[name]),
    variable: () => ({ value: exactly(x), slope: one }),
    negate,
    binary: (name, left, right) => operations[name].dual(left, right),
    call: (name, operand) => {
      const [value, slope] = functions[name].precise(operand.value);
      return { value, slope: multiply(slope, operand.slope) };
    },
  };
}
