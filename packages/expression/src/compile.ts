import { constants } from './names.ts';
import { numberFunctions } from './numbers.ts';
import type { Expression, Operator } from './tree.ts';

/** Values of the variables by name. */
export type Point = Readonly<Record<string, number>>;

type Compiled = (point: Point) => number;

/**
 * The formula as a function of plain numbers, for plotting: no tensor, no derivative. NaN where it
 * is undefined. Throws where the point lacks a variable of the formula.
 */
export function compile(expression: Expression): Compiled {
  switch (expression.kind) {
    case 'number':
      return constantly(expression.value);
    case 'constant':
      return constantly(constants[expression.name]);
    case 'variable':
      return reader(expression.name);
    case 'negate': {
      const operand = compile(expression.operand);
      return (point) => -operand(point);
    }
    case 'call': {
      const apply = numberFunctions[expression.name];
      const [first = constantly(NaN), second] = expression.operands.map(compile);
      // A second operand that is not there must not be the first one again: nested calls would double.
      if (second === undefined) return (point) => apply(first(point), NaN);
      return (point) => apply(first(point), second(point));
    }
    case 'binary':
      return combine[expression.operator](compile(expression.left), compile(expression.right));
  }
}

const combine: Record<Operator, (left: Compiled, right: Compiled) => Compiled> = {
  '+': (left, right) => (point) => left(point) + right(point),
  '-': (left, right) => (point) => left(point) - right(point),
  '*': (left, right) => (point) => left(point) * right(point),
  '/': (left, right) => (point) => left(point) / right(point),
  '^': (left, right) => (point) => left(point) ** right(point),
};

function constantly(value: number): Compiled {
  return () => value;
}

function reader(name: string): Compiled {
  return (point) => {
    const value = point[name];
    if (value === undefined) throw new Error(`compile: the point must give a value for ${name}`);
    return value;
  };
}
