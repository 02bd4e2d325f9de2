import { type Algebra, fold } from './algebra.ts';
import { functions } from './functions.ts';
import { operations } from './operations.ts';
import { type Expression, constants } from './tree.ts';

/** Values of the variables by name. */
export type Point = Readonly<Record<string, number>>;

type Compiled = (point: Point) => number;

/**
 * The formula as a function of plain numbers, for plotting: no tensor, no derivative. NaN where it
 * is undefined. Throws where the point lacks a variable of the formula.
 */
export function compile(expression: Expression): Compiled {
  return fold(expression, closures);
}

const closures: Algebra<Compiled> = {
  number: (value) => () => value,
  constant: (name) => () => constants[name],
  variable: (name) => (point) => {
    const value = point[name];
    if (value === undefined) throw new Error(`compile: the point must give a value for ${name}`);
    return value;
  },
  negate: (operand) => (point) => -operand(point),
  binary: (name, left, right) => {
    const { number } = operations[name];
    return (point) => number(left(point), right(point));
  },
  call: (name, operand) => {
    const { number } = functions[name];
    return (point) => number(operand(point));
  },
};
