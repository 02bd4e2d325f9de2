import fc from 'fast-check';
import { describe as group, expect, test } from 'vitest';
import { isGradEnabled, noGrad } from '@calculus/autograd';
import { ExpressionError } from '@calculus/expression';
import { type Params, defaults, describe, run, tables, program } from './index.ts';

const at = (f: string, x: number, h: number, side: Params['side'] = 'right') =>
  run({ f, x, h, side });

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

group('the left side', () => {
  test('a secant to the left of a parabola misses the derivative by h as well, on the other side', () => {
    // ((2 − 1)² + 3(2 − 1) + 1 − 11)/(−1) = (5 − 11)/(−1) = 6 = 7 − h
    expect(at('x^2+3x+1', 2, 1, 'left')).toMatchObject({ secantSlope: 6, derivative: 7, error: 1 });
  });

  test('both sides give two secants, and the larger error', () => {
    // ((1 + h)³ − 1)/h = 3 + 3h + h² and ((1 − h)³ − 1)/(−h) = 3 − 3h + h²
    const { secants, error } = at('x^3', 1, 0.5, 'both');
    expect(secants.map(({ h, slope }) => [h, slope])).toEqual([
      [0.5, 4.75],
      [-0.5, 1.75],
    ]);
    expect(error).toBe(1.75);
  });
});

group('where there is no slope', () => {
  const words = (f: string, x: number, h: number, side: Params['side'] = 'right') =>
    describe({ f, x, h, side }, at(f, x, h, side));

  test('|x| at 0: every secant has slope 1 or −1, no derivative, no error; PyTorch answers 0', () => {
    const result = at('abs(x)', 0, 0.5, 'both');
    expect(result).toMatchObject({
      derivative: null,
      error: null,
      answer: { exact: null, pytorch: 0, kink: { left: -1, right: 1 } },
    });
    expect(result.allSteps.every(({ right, left }) => right.slope === 1 && left.slope === -1)).toBe(
      true,
    );
    expect(words('abs(x)', 0, 0.5, 'both')).toBe(
      'The secant to the right, with h = 0.5, has slope 1. The secant to the left, with h = −0.5, has slope −1. ' +
        'The slopes of the two sides differ: −1 on the left, 1 on the right. There is no derivative; PyTorch answers 0.',
    );
  });

  test('its table and program say the same as its readouts: no derivative, no error', () => {
    const params = { ...defaults, f: 'abs(x)', x: 0 };
    expect(tables(params, run(params))[0]?.rows).toEqual([[0, 1, 0, 1, 'none (PyTorch: 0)', null]]);
    const text = program(params, run(params));
    expect(text).toContain('# PyTorch      = 0\n');
    expect(text).not.toMatch(/derivative +=|error +=/);
  });

  test.each([
    ['relu(x)', 0, /0 on the left, 1 on the right. There is no derivative; PyTorch answers 0/],
    ['max(x, 0)', 0, /There is no derivative; PyTorch answers 0.5/],
    ['floor(x)', 1, /growing without bound on the left, 0 on the right.*PyTorch answers 0/],
    ['sign(x)', 0, /On both sides the slopes of secants grow without bound.*PyTorch answers 0/],
    ['sqrt(x)', 0, /f ends here, and to the right the slopes .* grow without bound.*infinity/],
    ['sqrt(abs(x))', 0, /f comes to a point/],
  ])('%s at %d is said to have no derivative', (f, x, sentence) => {
    expect(at(f, x, 0.5).derivative).toBeNull();
    expect(words(f, x, 0.5)).toMatch(sentence);
  });

  test('relu(x) − relu(−x) is x: its derivative is 1, and PyTorch’s 0 is called its answer', () => {
    expect(at('relu(x) - relu(-x)', 0, 0.5)).toMatchObject({ derivative: 1, error: 0 });
    expect(words('relu(x) - relu(-x)', 0, 0.5)).toContain(
      'The derivative is 1, but PyTorch answers 0',
    );
  });

  test('a smooth function has no kink, however steep or curved', () => {
    for (const f of ['x^2', '1e6 x^2', 'sin(20x)', 'exp(3x)', 'x^3', 'tanh(50x)', 'sqrt(x^2+1e-9)'])
      for (const x of [-2, -0.1, 0, 1, 3])
        expect(at(f, x, 0.1).answer.kink, `${f} at ${String(x)}`).toBeNull();
  });

  test('1/x at 0 is said to be undefined, and nothing is NaN', () => {
    const result = at('1/x', 0, 1);
    expect(result).toMatchObject({ value: null, secantSlope: null, derivative: null, error: null });
    expect(words('1/x', 0, 1)).toBe('f is not defined at x = 0: there is no slope to find.');
  });

  test('a secant across a pole is said to mean nothing', () => {
    expect(words('1/x', -0.5, 1)).toContain('f is not continuous');
    expect(words('1/x', 0.5, 1)).not.toContain('f is not continuous');
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
        fc.constantFrom('right', 'left', 'both'),
        (f, hundredth, h, side) => {
          const { at: from, secants, window, ...result } = at(f, hundredth / 100, h, side);
          for (const point of [from, ...secants.map(({ end }) => end)])
            if (point) {
              expect(point.x >= window.x.min && point.x <= window.x.max).toBe(true);
              expect(point.y >= window.y.min && point.y <= window.y.max).toBe(true);
            }
          const height = window.y.max - window.y.min;
          for (const { y } of [
            ...result.curve,
            ...secants.flatMap(({ line }) => line),
            ...result.tangent,
          ])
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
  const text = program(defaults, result);
  expect(tables(defaults, result)[0]?.rows).toEqual([[2, 1, 11, 8, 7, 1]]);
  expect(text).toContain('return x**2 + 3*x + 1');
  expect(text).toContain(
    '# value        = 11\n# derivative   = 7\n# secant slope = 8, h = 1\n# error        = 1\n',
  );
  const constant = { ...defaults, f: '5' };
  expect(program(constant, run(constant))).toContain('return 5 + 0 * x');
});

test('a side that is none is an error in words', () => {
  expect(() => at('x', 1, 1, 'up' as 'left')).toThrow('side must be right, left or both, got up');
});
