/** Formulas through autograd, operation by operation as the PyTorch program of `toPython`. */
import { type Tensor, fullLike, neg, tensor } from '@calculus/autograd';
import { type Algebra, fold } from './algebra.ts';
import { functions } from './functions.ts';
import { type Operand, operations } from './operations.ts';
import { type Expression, constants } from './tree.ts';

export type Values = Readonly<Record<string, Tensor>>;

/**
 * The value of the formula, recorded so that it can be differentiated. The dtype is that of the
 * values: numbers in a formula are Python numbers, which take the dtype of what they meet. A formula
 * without variables is a constant in the shape of the first value, or float64 where there is none.
 */
export function evaluate(expression: Expression, values: Values): Tensor {
  const value = fold(expression, tensorsAt(values));
  if (typeof value !== 'number') return value;
  const [like] = Object.values(values);
  return like === undefined ? tensor(value, { dtype: 'float64' }) : fullLike(like, value);
}

function tensorsAt(values: Values): Algebra<Operand> {
  return {
    number: (value) => value,
    constant: (name) => constants[name],
    variable: (name) => {
      const value = values[name];
      if (value === undefined)
        throw new Error(`evaluate: a value is needed for the variable ${name}`);
      return value;
    },
    negate: (operand) => (typeof operand === 'number' ? -operand : neg(operand)),
    binary: (name, left, right) => {
      const { number, tensor } = operations[name];
      const numbers = typeof left === 'number' && typeof right === 'number';
      return numbers ? number(left, right) : tensor(left, right);
    },
    call: (name, operand) => {
      const { number, tensor } = functions[name];
      return typeof operand === 'number' ? number(operand) : tensor(operand);
    },
  };
}
