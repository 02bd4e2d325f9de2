import fc from 'fast-check';
import { describe as group, expect, test } from 'vitest';
import { compile } from './compile.ts';
import { derivativeTowards, mayHaveKinkAt, oneSidedDerivatives } from './one-sided.ts';
import { parse } from './parse.ts';
import { preciseDerivative } from './precise-derivative.ts';
import { expressions, plainNumber } from './random-expressions.test.helper.ts';

const at = (typed: string, x: number) => oneSidedDerivatives(parse(typed), { x }, { x: 1 });
const kink = (left: number | null, right: number | null) => ({ left, right, agree: false });
const slope = (value: number) => ({ left: value, right: value, agree: true });

group('where the two sides differ', () => {
  test.each([
    ['abs(x)', 0, -1, 1],
    ['relu(x)', 0, 0, 1],
    ['max(x, 0)', 0, 0, 1],
    ['min(x, x^2)', 0, 1, 0],
    ['max(x, 3x - 2)', 1, 1, 3],
    // |u| turns where u is zero, whatever 0.1 + 0.2 is stored as.
    ['abs(x - 0.1 - 0.2)', 0.3, -1, 1],
    ['abs(3x - 0.9)', 0.3, -3, 3],
    ['abs(sin(x))', 0, -1, 1],
    // √x² is |x|, and so is (x⁴)^¼.
    ['sqrt(x^2)', 0, -1, 1],
    ['(x^4)^(1/4)', 0, -1, 1],
    ['exp(abs(x))', 0, -1, 1],
    // Left of 0 the floor is −1, so that x floor(x) is −x.
    ['x floor(x)', 0, -1, 0],
    ['x sign(x)', 0, -1, 1],
    ['1e-6 abs(x)', 0, -1e-6, 1e-6],
  ])('%s at %d: %d on the left, %d on the right', (typed, x, left, right) => {
    const found = at(typed, x);
    expect(found?.agree).toBe(false);
    expect(found?.left).toBeCloseTo(left, 12);
    expect(found?.right).toBeCloseTo(right, 12);
  });

  test('a jump and a root are infinitely steep, and where f ends there is no side', () => {
    expect(at('sign(x)', 0)).toEqual(kink(Infinity, Infinity));
    expect(at('floor(x)', 1)).toEqual(kink(Infinity, 0));
    expect(at('cbrt(x)', 0)).toEqual(kink(Infinity, Infinity));
    expect(at('sqrt(abs(x))', 0)).toEqual(kink(-Infinity, Infinity));
    expect(at('sqrt(x)', 0)).toEqual(kink(null, Infinity));
    expect(at('x sqrt(x)', 0)).toEqual(kink(null, 0));
    expect(at('sqrt(1 - x)', 1)).toEqual(kink(-Infinity, null));
  });
});

group('where they agree', () => {
  test.each([
    ['x abs(x)', 0, 0],
    ['relu(x) - relu(-x)', 0, 1],
    ['abs(x)', 0.1, 1],
    ['abs(x)^1.5', 0, 0],
    ['relu(x)^2', 0, 0],
    ['max(x, x)', 0, 1],
    ['max(x^2, x^3)', 0, 0],
    ['floor(x)', 0.5, 0],
    ['x^3', 0, 0],
    ['sqrt(x)', 4, 0.25],
    ['abs(cos(x))', 0, 0],
    ['sqrt(x^4)', 0, 0],
    ['1/(1 + abs(x)^3)', 0, 0],
  ])('%s at %d has the derivative %d', (typed, x, value) => {
    expect(at(typed, x)).toEqual(slope(value));
  });

  test('a steep or finely curved function has no kink, however small a step would have to be', () => {
    expect(at('sqrt(x^2 + 1e-30)', 0)).toEqual(slope(0));
    expect(at('abs(x - 1e-9)', 0)).toEqual(slope(-1));
    expect(at('sqrt(x)', 1e-12)?.agree).toBe(true);
  });

  test('in random formulas they are the derivative that 31-digit arithmetic finds', () => {
    const formulas = expressions({
      variables: ['x'],
      functions: ['sin', 'cos', 'exp', 'tanh', 'ln', 'sigmoid', 'softplus', 'atan'],
      numbers: plainNumber,
      depth: 3,
    });
    fc.assert(
      fc.property(formulas, fc.integer({ min: 1, max: 30 }), (formula, tenths) => {
        const x = tenths / 10;
        const exact = preciseDerivative(formula, x);
        const found = oneSidedDerivatives(formula, { x }, { x: 1 });
        fc.pre(found !== null && Number.isFinite(exact) && Math.abs(exact) < 1e6);
        fc.pre(Number.isFinite(compile(formula)({ x })) && found.right !== null);
        const size = 1e-7 * (1 + Math.abs(exact));
        expect(Math.abs(found.right - exact)).toBeLessThan(size);
      }),
    );
  });
});

test('along a ray of the plane: the cone rises by 1 in every direction, the crease between the axes', () => {
  const ray = (typed: string, x: number, y: number) =>
    oneSidedDerivatives(parse(typed), { x: 0, y: 0 }, { x, y });
  expect(ray('sqrt(x^2+y^2)', 0.6, 0.8)?.right).toBeCloseTo(1, 12);
  expect(ray('relu(min(x,y))', 1, 0)).toEqual(slope(0));
  expect(ray('relu(min(x,y))', Math.SQRT1_2, Math.SQRT1_2)).toEqual(kink(0, Math.SQRT1_2));
  expect(ray('sqrt(abs(x*y))', 1, 1)).toEqual(kink(-1, 1));
});

test('where f has no value, or the first two terms do not tell, there is no answer', () => {
  expect(at('1/x', 0)).toBeNull();
  expect(at('ln(x)', -1)).toBeNull();
  expect(at('x/x', 0)).toBeNull();
  expect(at('sqrt(1 - cos(x))', 0)).toBeNull();
});

test('a function may have a kink where something in it has one, and nowhere else', () => {
  const may = (typed: string, x: number) => mayHaveKinkAt(parse(typed), { x });
  for (const typed of ['abs(x)', 'max(x, 2x)', 'sqrt(x)', 'x^0.5', 'x^x', 'floor(2x)', 'asin(x+1)'])
    expect([may(typed, 0), may(typed, 0.3)], typed).toEqual([true, false]);
  for (const typed of ['x^2+3x+1', 'sin(x)/x', 'exp(-x^2)', 'gelu(x)', 'x^3', 'abs(x+2)'])
    expect(may(typed, 0), typed).toBe(false);
  // 3 · 0.3 − 0.9 is −1.1e-16 in float64.
  expect(may('relu(3x - 0.9)', 0.3)).toBe(true);
});

test('leaving a point, one side is enough', () => {
  expect(derivativeTowards(parse('abs(x)'), { x: 0 }, { x: -1 })).toBe(1);
  expect(derivativeTowards(parse('sqrt(x)'), { x: 0 }, { x: -1 })).toBeUndefined();
});
