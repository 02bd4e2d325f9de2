import { grad, tensor } from '@calculus/autograd';
import fc from 'fast-check';
import { create, all } from 'mathjs';
import { describe, expect, test } from 'vitest';
import { compile } from './compile.ts';
import { evaluate } from './evaluate.ts';
import { differentiate, gradient } from './gradient.ts';
import { parse } from './parse.ts';
import { expressions, plainNumber } from './random-expressions.test.helper.ts';
import { toText } from './to-text.ts';
import { type Expression, children } from './tree.ts';

const math = create(all ?? {}, { predictable: true });
math.import({
  ln: (x: number) => Math.log(x),
  sigmoid: (x: number) => 1 / (1 + Math.exp(-x)),
  relu: (x: number) => Math.max(0, x),
  softplus: (x: number) => (x > 20 ? x : Math.log1p(Math.exp(x))),
  gelu: (x: number) => (x / 2) * (1 + math.erf(x / Math.SQRT2)),
});

/** Within a few roundings of each other; NaN and infinities only where both have them. */
function closeTo(a: number, b: number, tolerance = 1e-11): boolean {
  if (!Number.isFinite(a) || !Number.isFinite(b)) return Object.is(a, b) || !Number.isFinite(a + b);
  return Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a), Math.abs(b));
}

/** Hundredths: a subnormal number is no place to measure a slope. */
const coordinate = fc.integer({ min: -300, max: 300 }).map((hundredths) => hundredths / 100);
const coordinates = fc.record({ x: coordinate, y: coordinate });

const parts = (whole: Expression): Expression[] => [whole, ...children(whole).flatMap(parts)];

/**
 * Where a change of 1e-13 in the point moves the value visibly, no two programs need agree; nor on
 * the way through numbers so large that their last bit is a part of a sine's period.
 */
function wellConditioned(expression: Expression, { x, y }: { x: number; y: number }): boolean {
  if (parts(expression).some((part) => Math.abs(compile(part)({ x, y })) > 1e6)) return false;
  const f = compile(expression);
  const [value, near] = [
    f({ x, y }),
    f({ x: x * (1 + 1e-13) + 1e-13, y: y * (1 + 1e-13) + 1e-13 }),
  ];
  return Math.abs(value) < 1e9 && closeTo(value, near, 1e-10);
}

describe('values', () => {
  test('random formulas have the value that mathjs gives them', () => {
    fc.assert(
      fc.property(expressions({ numbers: plainNumber }), coordinates, (expression, point) => {
        fc.pre(wellConditioned(expression, point));
        const expected: unknown = math.evaluate(toText(expression), { ...point });
        fc.pre(typeof expected === 'number');
        const value = compile(expression)(point);
        expect(closeTo(value, expected), `${value}, mathjs ${String(expected)}`).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  test('plain numbers and float64 tensors agree', () => {
    fc.assert(
      fc.property(expressions({ numbers: plainNumber }), coordinates, (expression, point) => {
        fc.pre(wellConditioned(expression, point));
        const value = evaluate(expression, {
          x: tensor(point.x, { dtype: 'float64' }),
          y: tensor(point.y, { dtype: 'float64' }),
        });
        expect(value.dtype).toBe('float64');
        expect(closeTo(value.item(), compile(expression)(point))).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  test('a formula is evaluated elementwise and in the dtype of its values', () => {
    const value = evaluate(parse('x^2/3'), { x: tensor([1, 2, 3]) });
    expect(value.dtype).toBe('float32');
    expect(value.tolist()).toEqual([1 / 3, 4 / 3, 3].map(Math.fround));
  });

  test('a formula without variables is a constant in the shape of the values', () => {
    expect(evaluate(parse('2^10'), { x: tensor([1, 2]) }).tolist()).toEqual([1024, 1024]);
    expect(evaluate(parse('2pi'), {}).item()).toBe(2 * Math.PI);
  });

  test('a missing value is named', () => {
    expect(() => compile(parse('x + y'))({ x: 1 })).toThrow('a value for y');
    expect(() => evaluate(parse('x + y'), { x: tensor(1) })).toThrow('variable y');
  });
});

describe('derivatives', () => {
  test('random smooth formulas have the gradient that central differences give', () => {
    const smooth = ['sin', 'cos', 'exp', 'tanh', 'sigmoid', 'softplus', 'sqrt', 'ln'] as const;
    fc.assert(
      fc.property(
        expressions({ functions: smooth, numbers: plainNumber, depth: 3 }),
        coordinates,
        (expression, point) => {
          const f = compile(expression);
          const difference = (h: number) =>
            (f({ ...point, x: point.x + h }) - f({ ...point, x: point.x - h })) / (2 * h);
          const [wide, narrow] = [difference(2e-5), difference(1e-5)];
          // Near a pole or a kink, where the step still matters, differences are no witness.
          const settled = closeTo(difference(1e-3), narrow, 1e-3) && closeTo(wide, narrow, 1e-7);
          fc.pre(settled && Math.abs(f(point)) < 1e3 && Math.abs(narrow) < 1e3);
          const slope = gradient(expression, point)['x'] ?? NaN;
          fc.pre(Number.isFinite(slope));
          expect(closeTo(slope, narrow, 1e-5), `${slope}, differences ${narrow}`).toBe(true);
        },
      ),
      { numRuns: 3000 },
    );
  });

  test('x² + 3x + 1 has slope 2x + 3 = 7 at 2', () => {
    expect(differentiate(parse('x^2+3x+1'), { x: 2 })).toEqual({ value: 11, gradient: { x: 7 } });
  });

  test('x²y + xy² + 2 has gradient (2xy + y², x² + 2xy) = (8, 5) at (1, 2)', () => {
    expect(gradient(parse('x^2 y + x y^2 + 2'), { x: 1, y: 2 })).toEqual({ x: 8, y: 5 });
  });

  test.each([
    ['abs(x)', 0],
    ['relu(x)', 0],
    ['max(x, 0)', 0.5],
    ['min(x, -x)', 0],
    ['sqrt(x)', Infinity],
    ['relu(x) - relu(-x)', 0],
  ])('the derivative of %s at 0 is what PyTorch answers: %d', (formula, slope) => {
    expect(gradient(parse(formula), { x: 0 })['x']).toBe(slope);
  });

  test('a variable that the formula lacks has derivative 0', () => {
    expect(gradient(parse('x^2'), { x: 3, y: 1 })).toEqual({ x: 6, y: 0 });
    expect(gradient(parse('5'), { x: 3 })).toEqual({ x: 0 });
  });

  test('the derivative of pi^x is ln(pi) pi^x in all digits of float64', () => {
    const slope = gradient(parse('pi^x'), { x: 0.7 })['x'];
    expect(slope).toBeCloseTo(Math.log(Math.PI) * Math.PI ** 0.7, 14);
  });

  test('a value stays differentiable', () => {
    const x = tensor(2, { requiresGrad: true });
    const [slope] = grad(evaluate(parse('x^3'), { x }), [x], { createGraph: true });
    expect(slope && grad(slope, [x])[0]?.item()).toBe(12);
  });
});
