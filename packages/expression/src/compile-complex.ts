import * as complex from './complex.ts';
import type { Complex } from './complex.ts';
import { constants } from './names.ts';
import { type Expression, type FunctionName, type Operator, functionsOf } from './tree.ts';

type ComplexFunction = (z: Complex) => Complex;

/** The functions that have a derivative in the complex plane; null for those with a kink. */
const complexFunctions: Record<FunctionName, ComplexFunction | null> = {
  sin: complex.sin,
  cos: complex.cos,
  tan: complex.tan,
  exp: complex.exp,
  ln: complex.log,
  log: complex.log,
  sqrt: complex.sqrt,
  tanh: complex.tanh,
  sigmoid: complex.sigmoid,
  softplus: complex.softplus,
  abs: null,
  relu: null,
  max: null,
  min: null,
};

const operators: Record<Operator, (a: Complex, b: Complex) => Complex> = {
  '+': complex.add,
  '-': complex.subtract,
  '*': complex.multiply,
  '/': complex.divide,
  '^': complex.power,
};

/** Why the formula makes no sense for complex numbers, in words, or null where it does. */
export function whyNotAnalytic(expression: Expression): string | null {
  const kinked = functionsOf(expression).filter((name) => complexFunctions[name] === null);
  if (kinked.length === 0) return null;
  const list = kinked.join(', ');
  return `${list} ${kinked.length === 1 ? 'has' : 'have'} no derivative in the complex plane`;
}

/**
 * The formula over complex numbers. `round` is applied to both parts of every intermediate result:
 * Math.fround for complex64. Throws for a formula that is not analytic.
 */
export function compileComplex(
  expression: Expression,
  round: (value: number) => number = Number,
): (point: Readonly<Record<string, Complex>>) => Complex {
  const rounded = ({ re, im }: Complex): Complex => ({ re: round(re), im: round(im) });
  return (point) => valueAt(expression, point, rounded);
}

function valueAt(
  expression: Expression,
  point: Readonly<Record<string, Complex>>,
  rounded: ComplexFunction,
): Complex {
  const at = (operand: Expression) => valueAt(operand, point, rounded);
  switch (expression.kind) {
    case 'number':
      return rounded({ re: expression.value, im: 0 });
    case 'constant':
      return rounded({ re: constants[expression.name], im: 0 });
    case 'variable':
      return rounded(point[expression.name] ?? missing(expression.name));
    case 'negate': {
      const { re, im } = at(expression.operand);
      return { re: -re, im: -im };
    }
    case 'binary':
      return rounded(operators[expression.operator](at(expression.left), at(expression.right)));
    case 'call': {
      const [operand] = expression.operands;
      const apply = complexFunctions[expression.name];
      if (operand === undefined || apply === null)
        throw new Error(`compileComplex: ${expression.name} has no complex derivative`);
      return rounded(apply(at(operand)));
    }
  }
}

function missing(name: string): never {
  throw new Error(`compileComplex: the point must give a value for ${name}`);
}
