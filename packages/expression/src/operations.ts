/** What joins two values: the signs of arithmetic, and the functions of two values. */
import { type Tensor, add, div, fullLike, mul, pow, sub } from '@calculus/autograd';
import type { BinaryName } from './algebra.ts';
import * as complex from './complex.ts';
import type { Complex } from './complex.ts';
import * as dual from './dual.ts';
import type { Dual } from './dual.ts';
import { type PairRow, pairFunctions } from './functions.ts';

/** A number in a formula stays a Python number until it meets a tensor. */
export type Operand = Tensor | number;

export interface Operation {
  number: (a: number, b: number) => number;
  dual: (a: Dual, b: Dual) => Dual;
  /** null where it has no derivative in the complex plane. */
  complex: ((a: Complex, b: Complex) => Complex) | null;
  /** At least one of the two is a tensor. */
  tensor: (a: Operand, b: Operand) => Tensor;
}

export const operations: Readonly<Record<BinaryName, Operation>> = {
  '+': { number: (a, b) => a + b, dual: dual.add, complex: complex.add, tensor: add },
  '-': { number: (a, b) => a - b, dual: dual.subtract, complex: complex.subtract, tensor: sub },
  '*': { number: (a, b) => a * b, dual: dual.multiply, complex: complex.multiply, tensor: mul },
  '/': { number: (a, b) => a / b, dual: dual.divide, complex: complex.divide, tensor: div },
  '^': { number: (a, b) => a ** b, dual: dual.power, complex: complex.power, tensor: pow },
  max: choice(pairFunctions.max),
  min: choice(pairFunctions.min),
};

/** PyTorch's maximum and minimum take no plain number beside a tensor. */
function choice(row: PairRow): Operation {
  return {
    number: row.number,
    dual: row.dual,
    complex: null,
    tensor: (a, b) => {
      if (typeof a !== 'number') return row.tensor(a, typeof b === 'number' ? fullLike(a, b) : b);
      if (typeof b !== 'number') return row.tensor(fullLike(b, a), b);
      throw new Error('evaluate: one of two operands must be a tensor, got two numbers');
    },
  };
}
