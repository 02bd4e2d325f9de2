import { type PairName, isPairName } from './functions.ts';
import type { ConstantName, Expression, Operator } from './tree.ts';
import type { UnaryName } from './functions.ts';
import { partsFromTheLeaves } from './tree.ts';

/** What two values can be joined by. */
export type BinaryName = Operator | PairName;

/** One meaning of formulas: what each kind of part becomes, from what the parts below it became. */
export interface Algebra<T> {
  number(value: number): T;
  constant(name: ConstantName): T;
  variable(name: string): T;
  negate(operand: T): T;
  binary(name: BinaryName, left: T, right: T): T;
  call(name: UnaryName, operand: T): T;
}

/**
 * The meaning of a formula: each part is visited once, operands from left to right before what joins them,
 * without recursion, so that neither size nor depth matters.
 */
export function fold<T>(expression: Expression, algebra: Algebra<T>): T {
  const values: T[] = [];
  for (const part of partsFromTheLeaves(expression)) values.push(join(part, values, algebra));
  return pop(values);
}

/** Takes what a part's operands became off the end of `values`. */
function join<T>(part: Expression, values: T[], algebra: Algebra<T>): T {
  switch (part.kind) {
    case 'number':
      return algebra.number(part.value);
    case 'constant':
      return algebra.constant(part.name);
    case 'variable':
      return algebra.variable(part.name);
    case 'negate':
      return algebra.negate(pop(values));
    case 'binary': {
      const right = pop(values);
      return algebra.binary(part.operator, pop(values), right);
    }
    case 'call': {
      const last = pop(values);
      return isPairName(part.name)
        ? algebra.binary(part.name, pop(values), last)
        : algebra.call(part.name, last);
    }
  }
}

function pop<T>(values: T[]): T {
  if (values.length === 0) throw new Error('fold: a part has fewer operands than it takes');
  return values.pop() as T;
}
