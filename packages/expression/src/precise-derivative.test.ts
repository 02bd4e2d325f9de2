import fc from 'fast-check';
import { expect, test } from 'vitest';
import { add, divide, exactly, multiply, subtract } from './double-double.ts';
import { exp, log, sinCos, sqrt } from './double-double-functions.ts';
import { compile } from './compile.ts';
import { gradient } from './gradient.ts';
import { parse } from './parse.ts';
import { preciseDerivative } from './precise-derivative.ts';
import { expressions, plainNumber } from './random-expressions.test.helper.ts';
import { type Expression, children } from './tree.ts';

const somewhere = fc.double({ min: 0.01, max: 30, noNaN: true }).map(exactly);

test('what is divided and multiplied, squared and rooted, comes back to 30 digits', () => {
  fc.assert(
    fc.property(somewhere, somewhere, (a, b) => {
      const quotient = subtract(multiply(divide(a, b), b), a);
      expect(Math.abs(quotient.hi)).toBeLessThanOrEqual(1e-30 * a.hi);
      const root = sqrt(a);
      expect(Math.abs(subtract(multiply(root, root), a).hi)).toBeLessThanOrEqual(1e-30 * a.hi);
    }),
  );
});

test('e^ln x is x and sin² + cos² is 1 to 29 digits', () => {
  fc.assert(
    fc.property(somewhere, (x) => {
      expect(Math.abs(subtract(exp(log(x)), x).hi)).toBeLessThanOrEqual(1e-29 * x.hi);
      const { sin, cos } = sinCos(x);
      const excess = subtract(add(multiply(sin, sin), multiply(cos, cos)), exactly(1));
      expect(Math.abs(excess.hi)).toBeLessThanOrEqual(1e-29);
    }),
  );
});

test('e, ln 10, √2 and sin 1 have their published digits', () => {
  // 2.71828182845904523536028747135266…, 2.30258509299404568401799145468436…,
  // 1.41421356237309504880168872420969…, 0.84147098480789650665250232163029…
  expect(exp(exactly(1))).toEqual({
    hi: Math.E,
    lo: expect.closeTo(1.4456468917292502e-16, 31) as number,
  });
  expect(log(exactly(10)).hi).toBe(Math.LN10);
  expect(log(exactly(10)).lo).toBeCloseTo(-2.1707562233822494e-16, 31);
  expect(sqrt(exactly(2)).lo).toBeCloseTo(-9.667293313452913e-17, 31);
  expect(sinCos(exactly(1)).sin.hi + sinCos(exactly(1)).sin.lo).toBe(0.8414709848078965);
});

/** No part is large: sin(1e9) multiplies the rounding of its operand by 1e9, in any arithmetic. */
function isTame(expression: Expression, x: number): boolean {
  const value = compile(expression)({ x });
  return Math.abs(value) < 1e4 && children(expression).every((part) => isTame(part, x));
}

test('agrees with autograd on random formulas, which it shares no code with', () => {
  fc.assert(
    fc.property(
      expressions({ variables: ['x'], numbers: plainNumber }),
      fc.integer({ min: -300, max: 300 }),
      (expression, hundredths) => {
        const x = hundredths / 100;
        const [precise, slope] = [
          preciseDerivative(expression, x),
          gradient(expression, { x })['x'] ?? NaN,
        ];
        const moved = gradient(expression, { x: x * (1 + 1e-13) })['x'] ?? NaN;
        fc.pre(isTame(expression, x));
        fc.pre(Number.isFinite(precise) && Number.isFinite(slope) && Math.abs(slope) < 1e9);
        const size = 1e-9 * Math.max(1, Math.abs(slope));
        fc.pre(Math.abs(moved - slope) <= size / 10);
        expect(Math.abs(precise - slope)).toBeLessThanOrEqual(size);
      },
    ),
    { numRuns: 2000 },
  );
});

test.each([
  ['x^3', 1, 3],
  ['exp(x)', 1, Math.E],
  ['sin(x)', 0, 1],
  ['abs(x)', 0, 0],
  ['max(x, 0)', 0, 0.5],
  ['x^-2', -2, 0.25],
  ['2^x', 0, Math.LN2],
  ['tanh(x)', 0, 1],
])('the derivative of %s at %d is %d', (formula, x, slope) => {
  expect(preciseDerivative(parse(formula), x)).toBe(slope);
});
