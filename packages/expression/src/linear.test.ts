/** Work grows with the size of a formula and no faster. Counted, not timed. */
import { graph, tensor } from '@calculus/autograd';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileComplex } from './compile-complex.ts';
import { compile } from './compile.ts';
import { evaluate } from './evaluate.ts';
import { functionNames } from './functions.ts';
import { differentiate } from './gradient.ts';
import { maximumDepth, parse } from './parse.ts';
import { preciseDerivative } from './precise-derivative.ts';
import { expressions } from './random-expressions.test.helper.ts';
import { toMathML } from './to-mathml.ts';
import { toPython } from './to-python.ts';
import { toTeX } from './to-tex.ts';
import { toText } from './to-text.ts';
import { type Expression, functionsOf, partsFromTheLeaves, variablesOf } from './tree.ts';

const size = (expression: Expression) => partsFromTheLeaves(expression).length;

/** The same formula, and how often the kind of any of its parts was asked for. */
function counted(expression: Expression): { formula: Expression; visits: () => number } {
  let visits = 0;
  const copy = (part: Expression): Expression => {
    const { kind } = part;
    const below = {
      ...('operand' in part ? { operand: copy(part.operand) } : {}),
      ...('left' in part ? { left: copy(part.left), right: copy(part.right) } : {}),
      ...('operands' in part ? { operands: part.operands.map(copy) } : {}),
    };
    return Object.defineProperty({ ...part, ...below }, 'kind', {
      get() {
        visits += 1;
        return kind;
      },
    });
  };
  return { formula: copy(expression), visits: () => visits };
}

const point = { x: 0.5, y: 0.25 };
const complexPoint = { x: { re: 0.5, im: 0 }, y: { re: 0.25, im: 0 } };

const uses: [string, (formula: Expression) => unknown][] = [
  ['compile', (formula) => compile(formula)(point)],
  ['evaluate', (formula) => evaluate(formula, { x: tensor(0.5), y: tensor(0.25) })],
  ['differentiate', (formula) => differentiate(formula, point)],
  ['preciseDerivative', (formula) => preciseDerivative(formula, 0.5)],
  ['toText', toText],
  ['toTeX', toTeX],
  ['toPython', toPython],
  ['toMathML', toMathML],
  ['variablesOf', variablesOf],
  ['functionsOf', functionsOf],
];

test.each(uses)('%s visits each part of a formula a few times', (_, use) => {
  fc.assert(
    fc.property(expressions(), (expression) => {
      const { formula, visits } = counted(expression);
      use(formula);
      // Once to find what stands below it, once or twice to find what it is.
      expect(visits()).toBeLessThanOrEqual(3 * size(expression));
    }),
  );
});

test('compileComplex visits each part a few times', () => {
  const analytic = ['sin', 'exp', 'ln', 'sqrt', 'tanh'] as const;
  fc.assert(
    fc.property(expressions({ functions: analytic }), (expression) => {
      const { formula, visits } = counted(expression);
      compileComplex(formula)(complexPoint);
      expect(visits()).toBeLessThanOrEqual(6 * size(expression));
    }),
  );
});

/** How often the compiled formula reads x. */
function reads(expression: Expression): number {
  let count = 0;
  const counting = {
    get x() {
      count += 1;
      return 0.5;
    },
  };
  compile(expression)(counting);
  return count;
}

/** As many levels as the parser allows, short names or long: a call takes two, and one is the formula's own. */
const deep = (name: string): Expression => {
  const levels = Math.floor((maximumDepth - 1) / 2);
  return Array.from({ length: levels }).reduce<Expression>(
    (operand) => ({
      kind: 'call',
      name: name as 'sin',
      operands:
        name === 'max' || name === 'min' ? [operand, { kind: 'number', value: 0.5 }] : [operand],
    }),
    { kind: 'variable', name: 'x' },
  );
};

test.each(functionNames)(
  '%s within itself to the depth limit is evaluated, traced and printed once a level',
  (name) => {
    const nested = deep(name);
    expect(reads(nested)).toBe(1);
    const x = tensor(0.5, { requiresGrad: true });
    const { nodes } = graph(evaluate(nested, { x }));
    // The longest composition is cbrt: sign, abs, power and product.
    expect(nodes.length).toBeLessThanOrEqual(4 * size(nested));
    // A level of MathML with a subscript takes 125 characters, twice its parts 62.
    for (const print of [toText, toTeX, toPython, toMathML])
      expect(print(nested).length).toBeLessThanOrEqual(130 * size(nested));
  },
);

test('a formula as long and as deep as the parser takes reads its variable as often as it is written', () => {
  expect(reads(parse('ln('.repeat(49) + 'x' + ')'.repeat(49)))).toBe(1);
  expect(reads(parse('x' + '+x'.repeat(99)))).toBe(100);
  expect(() => parse('sin '.repeat(49) + 'x')).toThrow('More than 64 levels');
  expect(reads(parse('sin '.repeat(20) + 'x'))).toBe(1);
});
