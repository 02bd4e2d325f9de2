import { describe, expect, test } from 'vitest';
import katex from 'katex';
import fc from 'fast-check';
import { parse } from './parse.ts';
import { expressions } from './random-expressions.test.helper.ts';
import { toPython } from './to-python.ts';
import { toMathML } from './to-mathml.ts';
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
    ['erf x + gelu x', 'torch.erf(x) + torch.nn.functional.gelu(x)'],
    ['sign x + floor x', 'torch.sign(x) + torch.floor(x)'],
    ['cbrt x', '(lambda t: torch.sign(t)*torch.abs(t)**(1/3))(x)'],
    ['asin x + atan x', 'torch.asin(x) + torch.atan(x)'],
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
    ['x + cbrt(8)', 'x + 2.0'],
    ['x + asin(2)', 'x + math.nan'],
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
    ['cbrt(x) floor(x)', '\\sqrt[3]{x} \\left\\lfloor x\\right\\rfloor '],
    ['log2(x) atan(x)', '\\log_{2}\\left(x\\right) \\arctan\\left(x\\right)'],
    ['2*(x/3)', '2 \\cdot \\frac{x}{3}'],
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

describe('toMathML', () => {
  test.each([
    ['x/2', '<mfrac><mi>x</mi><mn>2</mn></mfrac>'],
    [
      '6/2(1+2)',
      '<mrow><mfrac><mn>6</mn><mn>2</mn></mfrac><mo>\u2062</mo><mrow><mo stretchy="true">(</mo><mrow><mn>1</mn><mo>+</mo><mn>2</mn></mrow><mo stretchy="true">)</mo></mrow></mrow>',
    ],
    ['-x0', '<mrow><mo>−</mo><msub><mi>x</mi><mn>0</mn></msub></mrow>'],
    ['cbrt(x)', '<mroot><mi>x</mi><mn>3</mn></mroot>'],
    ['2^-x', '<msup><mn>2</mn><mrow><mo>−</mo><mi>x</mi></mrow></msup>'],
    [
      'sin x',
      '<mrow><mi>sin</mi><mo>\u2061</mo><mrow><mo stretchy="true">(</mo><mi>x</mi><mo stretchy="true">)</mo></mrow></mrow>',
    ],
  ])('%s is %s', (formula, markup) => {
    expect(toMathML(parse(formula))).toBe(`<math displaystyle="true">${markup}</math>`);
  });

  test('every element has as many parts as it takes, and holds only what the language has', () => {
    const takes = new Map([
      ['mfrac', 2],
      ['msup', 2],
      ['msub', 2],
      ['mroot', 2],
    ]);
    fc.assert(
      fc.property(expressions(), (expression) => {
        const open: { tag: string; parts: number }[] = [{ tag: '', parts: 0 }];
        const markup = toMathML(expression);
        for (const [tag, name = ''] of markup.matchAll(/<\/?([a-z]+)[^>]*>/g)) {
          if (tag.startsWith('</')) {
            const { tag: closed, parts } = open.pop() ?? { tag: '', parts: 0 };
            expect(closed).toBe(name);
            expect(parts).toBe(takes.get(name) ?? parts);
          } else {
            const parent = open.at(-1);
            if (parent) parent.parts += 1;
            open.push({ tag: name, parts: 0 });
          }
        }
        expect(open).toHaveLength(1);
        expect(markup.replace(/<[^<>]*>/g, '')).toMatch(/^[\w.+−⋅,()|⌊⌋π\u2061\u2062]*$/);
      }),
      { numRuns: 300 },
    );
  });
});
