/** Formulas through autograd, operation by operation as the PyTorch program of `toPython`. */
import {
  type Tensor,
  abs,
  add,
  cos,
  div,
  exp,
  fullLike,
  log,
  maximum,
  minimum,
  mul,
  neg,
  pow,
  relu,
  sigmoid,
  sin,
  softplus,
  sqrt,
  sub,
  tan,
  tanh,
  tensor,
} from '@calculus/autograd';
import { constants } from './names.ts';
import { numberFunctions } from './numbers.ts';
import type { Expression, FunctionName, Operator } from './tree.ts';

export type Values = Readonly<Record<string, Tensor>>;

type Operand = Tensor | number;

/**
 * The value of the formula, recorded so that it can be differentiated. The dtype is that of the
 * values: numbers in a formula are Python numbers, which take the dtype of what they meet. A formula
 * without variables is a constant in the shape of the first value, or float64 where there is none.
 */
export function evaluate(expression: Expression, values: Values): Tensor {
  const value = operandOf(expression, values);
  if (typeof value !== 'number') return value;
  const [like] = Object.values(values);
  return like === undefined ? tensor(value, { dtype: 'float64' }) : fullLike(like, value);
}

function operandOf(expression: Expression, values: Values): Operand {
  const at = (operand: Expression) => operandOf(operand, values);
  switch (expression.kind) {
    case 'number':
      return expression.value;
    case 'constant':
      return constants[expression.name];
    case 'variable':
      return values[expression.name] ?? missing(expression.name);
    case 'negate': {
      const operand = at(expression.operand);
      return typeof operand === 'number' ? -operand : neg(operand);
    }
    case 'binary':
      return combine(expression.operator, at(expression.left), at(expression.right));
    case 'call': {
      const [first = NaN, second = first] = expression.operands.map(at);
      return call(expression.name, first, second);
    }
  }
}

function missing(name: string): never {
  throw new Error(`evaluate: a value is needed for the variable ${name}`);
}

interface OperatorRule {
  ofNumbers: (left: number, right: number) => number;
  ofTensors: (left: Operand, right: Operand) => Tensor;
}

const operators: Record<Operator, OperatorRule> = {
  '+': { ofNumbers: (left, right) => left + right, ofTensors: add },
  '-': { ofNumbers: (left, right) => left - right, ofTensors: sub },
  '*': { ofNumbers: (left, right) => left * right, ofTensors: mul },
  '/': { ofNumbers: (left, right) => left / right, ofTensors: div },
  '^': { ofNumbers: (left, right) => left ** right, ofTensors: pow },
};

function combine(operator: Operator, left: Operand, right: Operand): Operand {
  const { ofNumbers, ofTensors } = operators[operator];
  const numbers = typeof left === 'number' && typeof right === 'number';
  return numbers ? ofNumbers(left, right) : ofTensors(left, right);
}

function call(name: FunctionName, first: Operand, second: Operand): Operand {
  if (typeof first !== 'number') return tensorFunctions[name](first, likewise(second, first));
  if (typeof second !== 'number') return tensorFunctions[name](likewise(first, second), second);
  return numberFunctions[name](first, second);
}

/** PyTorch's maximum and minimum take no plain number beside a tensor. */
function likewise(operand: Operand, other: Tensor): Tensor {
  return typeof operand === 'number' ? fullLike(other, operand) : operand;
}

const tensorFunctions: Record<FunctionName, (first: Tensor, second: Tensor) => Tensor> = {
  sin,
  cos,
  tan,
  exp,
  ln: log,
  log,
  sqrt,
  abs,
  tanh,
  sigmoid,
  relu,
  softplus: (x) => softplus(x),
  max: maximum,
  min: minimum,
};
