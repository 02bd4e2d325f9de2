import fc from 'fast-check';
import { describe as group, expect, test } from 'vitest';
import { isGradEnabled, noGrad } from '@calculus/autograd';
import { ExpressionError } from '@calculus/expression';
import { defaults, describe, run, tables, program } from './index.ts';

const at = (f: string, x: number, h: number) => run({ f, x, h });

group('slopes', () => {
  test('the secant of x² + 3x + 1 at 2 with h = 1 has slope 8, the tangent 7', () => {
    // f(2) = 4 + 6 + 1 = 11, f(3) = 9 + 9 + 1 = 19, (19 − 11)/1 = 8; f′(x) = 2x + 3 = 7 at 2.
    expect(run(defaults)).toMatchObject({ value: 11, secantSlope: 8, derivative: 7, error: 1 });
  });

  test('the secant of a parabola misses the derivative by exactly h', () => {
    // ((x + h)² − x²)/h = 2x + h
    const powers = fc.integer({ min: -10, max: 1 }).map((power) => 2 ** power);
    fc.assert(
      fc.property(fc.integer({ min: -5, max: 5 }), powers, (x, h) => {
        expect(at('x^2', x, h).error).toBe(h);
      }),
    );
  });

  test('at a small step the error of sin is half of h times the curvature', () => {
    // f(x + h) = f(x) + h f′(x) + h²/2 f″(x) + …, so the error is h/2 |f″(x)| = h/2 |sin x|.
    const { error } = at('sin(x)', 1, 1e-4);
    expect(error).toBeCloseTo((1e-4 / 2) * Math.sin(1), 8);
  });
});

group('where there is no slope', () => {
  test('|x| at 0: −1 on the left, 1 on the right, and PyTorch answers 0', () => {
    const result = at('abs(x)', 0, 0.5);
    expect(result).toMatchObject({ secantSlope: 1, derivative: 0, kink: { left: -1, right: 1 } });
    expect(describe({ f: 'abs(x)', x: 0, h: 0.5 }, result)).toContain(
      'The slopes of the two sides differ: −1 on the left, 1 on the right. There is no derivative; PyTorch answers 0.',
    );
  });

  test('a smooth function has no kink, however steep or curved', () => {
    for (const f of ['x^2', '1e6 x^2', 'sin(20x)', 'exp(3x)', 'x^3', 'tanh(50x)'])
      for (const x of [-2, -0.1, 0, 1, 3])
        expect(at(f, x, 0.1).kink, `${f} at ${String(x)}`).toBeNull();
  });

  test('1/x at 0 is said to be undefined, and nothing is NaN', () => {
    const params = { f: '1/x', x: 0, h: 1 };
    const result = run(params);
    expect(result).toMatchObject({ value: null, secantSlope: null, derivative: null, error: null });
    expect(describe(params, result)).toBe('f is not defined at x = 0: there is no slope to find.');
  });

  test('a secant across a pole is said to mean nothing', () => {
    const params = { f: '1/x', x: -0.5, h: 1 };
    expect(run(params).broken).toBe(true);
    expect(describe(params, run(params))).toContain('f is not continuous');
    expect(at('1/x', 0.5, 1).broken).toBe(false);
  });

  test('the slope of a root grows without bound at 0', () => {
    const params = { f: 'sqrt(x)', x: 0, h: 1 };
    expect(run(params).derivative).toBe(Infinity);
    expect(describe(params, run(params))).toContain('grow without bound');
    const cusp = { f: 'sqrt(abs(x))', x: 0, h: 1 };
    expect(describe(cusp, run(cusp))).toContain('comes to a point');
  });
});

group('the picture', () => {
  test('holds both points of the secant and nothing that is not finite', () => {
    const formulas = ['x^2+3x+1', 'sin(x)', 'exp(x)', '1/x', 'tan(x)', 'sqrt(x)', 'ln(x)', '5'];
    const hundredths = fc.integer({ min: -500, max: 500 });
    fc.assert(
      fc.property(
        fc.constantFrom(...formulas),
        hundredths,
        fc.double({ min: 1e-6, max: 2, noNaN: true }),
        (f, hundredth, h) => {
          const { at: from, ahead, window, ...result } = at(f, hundredth / 100, h);
          for (const point of [from, ahead])
            if (point) {
              expect(point.x >= window.x.min && point.x <= window.x.max).toBe(true);
              expect(point.y >= window.y.min && point.y <= window.y.max).toBe(true);
            }
          const height = window.y.max - window.y.min;
          for (const { y } of [...result.curve, ...result.secant, ...result.tangent])
            if (y !== null) {
              expect(y).toBeGreaterThanOrEqual(window.y.min - 1e-9 * height);
              expect(y).toBeLessThanOrEqual(window.y.max + 1e-9 * height);
            }
        },
      ),
    );
  });

  test('cuts 1/x at its pole', () => {
    const { curve } = at('1/x', 0.5, 1);
    const signs = curve.map(({ y }) => (y === null ? ' ' : y < 0 ? '-' : '+')).join('');
    expect(signs).toMatch(/^-+ +\++$/);
  });
});

test('an unreadable formula is an ExpressionError, a number that is none an Error in words', () => {
  expect(() => at('x^^2', 1, 1)).toThrow(ExpressionError);
  expect(() => at('y', 1, 1)).toThrow('Allowed: x.');
  expect(() => at('x', NaN, 1)).toThrow('secant-to-tangent: x must be finite, got NaN');
  expect(() => at('x', 1, 0)).toThrow('secant-to-tangent: h must be above 0, got 0');
});

test('grad mode stays as it was', () => {
  expect(noGrad(() => run(defaults).derivative)).toBe(7);
  expect(isGradEnabled()).toBe(true);
});

test('the table repeats the readouts, and the program prints them', () => {
  const result = run(defaults);
  expect(tables(defaults, result)[0]?.rows).toEqual([[2, 1, 11, 8, 7, 1]]);
  expect(program(defaults)).toContain('return x**2 + 3*x + 1');
  expect(program(defaults)).toContain(
    '# secant slope = 8\n# derivative   = 7\n# error        = 1\n',
  );
  expect(program({ ...defaults, f: '5' })).toContain('return 5 + 0 * x');
});
