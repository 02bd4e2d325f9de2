import { type Algebra, fold } from './algebra.ts';
import type { Complex } from './complex.ts';
import { functions, isPairName } from './functions.ts';
import { operations } from './operations.ts';
import { type Expression, type FunctionName, constants, functionsOf } from './tree.ts';

/** Why the formula makes no sense for complex numbers, in words, or null where it does. */
export function whyNotAnalytic(expression: Expression): string | null {
  const kinked = functionsOf(expression).filter((name) => !isAnalytic(name));
  if (kinked.length === 0) return null;
  const list = kinked.join(', ');
  return `${list} ${kinked.length === 1 ? 'has' : 'have'} no derivative in the complex plane`;
}

function isAnalytic(name: FunctionName): boolean {
  return (isPairName(name) ? operations[name] : functions[name]).complex !== null;
}

/**
 * The formula over complex numbers. `round` is applied to both parts of every intermediate result:
 * Math.fround for complex64. Throws for a formula that is not analytic.
 */
export function compileComplex(
  expression: Expression,
  round: (value: number) => number = Number,
): (point: Readonly<Record<string, Complex>>) => Complex {
  const refusal = whyNotAnalytic(expression);
  if (refusal !== null) throw new Error(`compileComplex: ${refusal}`);
  return (point) => fold(expression, complexAt(point, round));
}

function complexAt(
  point: Readonly<Record<string, Complex>>,
  round: (value: number) => number,
): Algebra<Complex> {
  const rounded = ({ re, im }: Complex): Complex => ({ re: round(re), im: round(im) });
  return {
    number: (value) => rounded({ re: value, im: 0 }),
    constant: (name) => rounded({ re: constants[name], im: 0 }),
    variable: (name) => {
      const value = point[name];
      if (value === undefined)
        throw new Error(`compileComplex: the point must give a value for ${name}`);
      return rounded(value);
    },
    negate: ({ re, im }) => ({ re: -re, im: -im }),
    binary: (name, left, right) => rounded(analytic(operations[name].complex)(left, right)),
    call: (name, operand) => rounded(analytic(functions[name].complex)(operand)),
  };
}

function analytic<F>(rule: F | null): F {
  if (rule === null) throw new Error('compileComplex: a function has no complex derivative');
  return rule;
}
