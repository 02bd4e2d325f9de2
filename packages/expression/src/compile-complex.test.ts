import fc from 'fast-check';
import { create, all, type Complex as MathComplex } from 'mathjs';
import { expect, test } from 'vitest';
import { compileComplex, whyNotAnalytic } from './compile-complex.ts';
import { gradient } from './gradient.ts';
import { parse } from './parse.ts';

const math = create(all ?? {}, {});

test.each([
  'x^3',
  'x^-2',
  'sin(x)*cos(x)',
  'tan(x)',
  'exp(x)/x',
  'ln(x)',
  'sqrt(x)',
  'tanh(x)',
  'x^x',
  '2^x',
  'x^2.5 - pi',
])('%s has the complex value that mathjs gives', (formula) => {
  const f = compileComplex(parse(formula));
  const part = fc.double({ min: 0.1, max: 2, noNaN: true });
  fc.assert(
    fc.property(part, part, (re, im) => {
      const expected = math.evaluate(formula.replace('ln', 'log'), {
        x: math.complex(re, im),
      }) as MathComplex;
      const value = f({ x: { re, im } });
      const size = 1 + Math.hypot(expected.re, expected.im);
      expect(Math.abs(value.re - expected.re)).toBeLessThan(1e-12 * size);
      expect(Math.abs(value.im - expected.im)).toBeLessThan(1e-12 * size);
    }),
  );
});

test.each(['x^3', '(x-3)^5', 'sigmoid(x)', 'softplus(x)', 'exp(-x^2)', '1/(x^2+1)', 'sqrt(x^2+1)'])(
  'the imaginary part of %s at x + 1e-100 i is 1e-100 times its derivative',
  (formula) => {
    const f = compileComplex(parse(formula));
    for (const x of [-2.5, -0.3, 0.7, 2]) {
      const slope = f({ x: { re: x, im: 1e-100 } }).im / 1e-100;
      expect(slope).toBeCloseTo(gradient(parse(formula), { x })['x'] ?? NaN, 12);
    }
  },
);

test('formulas with a kink are refused with a reason', () => {
  expect(whyNotAnalytic(parse('x + abs(x)'))).toBe('abs has no derivative in the complex plane');
  expect(whyNotAnalytic(parse('relu(x) - max(x, 1)'))).toContain('relu, max have');
  expect(whyNotAnalytic(parse('sin(x)'))).toBeNull();
  expect(() => compileComplex(parse('abs(x)'))({ x: { re: 1, im: 0 } })).toThrow('abs');
});

test('with Math.fround every intermediate result is a float32', () => {
  const value = compileComplex(parse('x*x/3'), Math.fround)({ x: { re: 0.1, im: 1e-20 } });
  expect(value.re).toBe(Math.fround(value.re));
  expect(value.im).toBe(Math.fround(value.im));
});
