import { describe, expect, test } from 'vitest';
import katex from 'katex';
import fc from 'fast-check';
import { parse } from './parse.ts';
import { expressions } from './random-expressions.test.helper.ts';
import { toPython } from './to-python.ts';
import { toTeX } from './to-tex.ts';

describe('toPython', () => {
  test.each([
    ['x^2+3x+1', 'x**2 + 3*x + 1'],
    ['-x^2', '-x**2'],
    ['(x+1)/(x-1)', '(x + 1)/(x - 1)'],
    ['x^2 y + sin(x*y)/2', 'x**2*y + torch.sin(x*y)/2'],
    ['2^-x', '2**-x'],
    ['relu(x) + softplus(x)', 'torch.relu(x) + torch.nn.functional.softplus(x)'],
    ['max(x, 0)', 'torch.maximum(x, torch.full_like(x, 0))'],
    ['ln(x) + log(x)', 'torch.log(x) + torch.log(x)'],
  ])('%s is %s', (formula, python) => {
    expect(toPython(parse(formula))).toBe(python);
  });

  test.each([
    ['sin(2) x + pi', 'math.sin(2)*x + math.pi'],
    ['x + sigmoid(0)', 'x + 0.5'],
    ['x + relu(2)', 'x + 2.0'],
    ['x + 1/0', 'x + math.inf'],
    ['x - ln(0)', 'x - (-math.inf)'],
    ['x + (-8)^(1/3)', 'x + math.nan'],
    ['10^30 x', '1e+30*x'],
    ['x + max(1, 2)', 'x + max(1, 2)'],
  ])(
    'parts without a variable stay plain Python that cannot raise: %s is %s',
    (formula, python) => {
      expect(toPython(parse(formula))).toBe(python);
    },
  );
});

describe('toTeX', () => {
  test.each([
    ['x^2+3x+1', 'x^{2} + 3 x + 1'],
    ['2*3', '2 \\cdot 3'],
    ['(x+1)/2', '\\frac{x + 1}{2}'],
    ['(x/2)^2', '\\left(\\frac{x}{2}\\right)^{2}'],
    ['sin(x)^2', '\\left(\\sin\\left(x\\right)\\right)^{2}'],
    ['sqrt(x)+abs(y)', '\\sqrt{x} + \\left|y\\right|'],
    ['sigmoid(x0)', '\\operatorname{sigmoid}\\left(x_{0}\\right)'],
    ['1e-7x', '1\\cdot 10^{-7} x'],
    ['2pi', '2 \\pi'],
    ['x*(-y)', 'x \\left(-y\\right)'],
  ])('%s is %s', (formula, tex) => {
    expect(toTeX(parse(formula))).toBe(tex);
  });

  test('KaTeX accepts what is printed', () => {
    fc.assert(
      fc.property(expressions(), (expression) => {
        katex.renderToString(toTeX(expression), { throwOnError: true, strict: 'error' });
      }),
      { numRuns: 200 },
    );
  });
});
