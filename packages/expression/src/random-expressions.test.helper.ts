/** For tests: random formulas. */
import fc from 'fast-check';
import { type FunctionName, arity, functionNames } from './functions.ts';
import type { Expression, Operator } from './tree.ts';

/** Subnormal and enormous ones too, but no −0, which the parser never makes. */
const anyNumber = fc
  .double({ min: 0, noNaN: true, noDefaultInfinity: true })
  .map((value) => Math.abs(value));

/** Between 0 and 20, in hundredths: where formulas are read, and rounding is not the subject. */
export const plainNumber = fc.nat({ max: 2000 }).map((hundredths) => hundredths / 100);

interface Choices {
  variables?: readonly string[];
  functions?: readonly FunctionName[];
  numbers?: fc.Arbitrary<number>;
  /** How deep the trees may be. */
  depth?: number;
}

/** Random trees that the parser could have made. */
export function expressions({
  variables = ['x', 'y'],
  functions = functionNames,
  numbers = anyNumber,
  depth = 4,
}: Choices = {}): fc.Arbitrary<Expression> {
  const leaf = fc.oneof(
    numbers.map((value): Expression => ({ kind: 'number', value })),
    fc.nat({ max: 5 }).map((value): Expression => ({ kind: 'number', value })),
    fc
      .constantFrom('pi' as const, 'e' as const)
      .map((name): Expression => ({ kind: 'constant', name })),
    fc.constantFrom(...variables).map((name): Expression => ({ kind: 'variable', name })),
  );
  if (depth === 0) return leaf;
  const below = expressions({ variables, functions, numbers, depth: depth - 1 });
  const operator = fc.constantFrom<Operator>('+', '-', '*', '/', '^');
  return fc.oneof(
    leaf,
    below.map((operand): Expression => ({ kind: 'negate', operand })),
    fc
      .tuple(operator, below, below)
      .map(([sign, left, right]): Expression => ({ kind: 'binary', operator: sign, left, right })),
    fc
      .tuple(fc.constantFrom(...functions), below, below)
      .map(([name, first, second]): Expression => ({
        kind: 'call',
        name,
        operands: arity(name) === 1 ? [first] : [first, second],
      })),
  );
}
