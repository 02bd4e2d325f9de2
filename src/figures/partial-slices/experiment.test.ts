import fc from 'fast-check';
import { describe as group, expect, test } from 'vitest';
import { compile, parse } from '@calculus/expression';
import { defaults, describe, run, tables, program } from './index.ts';

const tenths = fc.integer({ min: -30, max: 30 }).map((tenth) => tenth / 10);
const at = (f: string, x: number, y: number) => run({ f, x, y });
const words = (f: string, x: number, y: number) => describe({ f, x, y }, at(f, x, y));

group('both cuts', () => {
  test('of x²y + xy² at (1, 2) have the slopes 8 and 5', () => {
    // f(1, 2) = 2 + 4, ∂f/∂x = 2xy + y² = 4 + 4, ∂f/∂y = x² + 2xy = 1 + 4
    const result = run(defaults);
    expect(result).toMatchObject({ value: 6, dfdx: 8, dfdy: 5, crease: false });
    expect(describe(defaults, result)).toBe(
      'At (1, 2), where f is 6: with y held at 2, f changes by 8 per unit of x; with x held at 1, f changes by 5 per unit of y.',
    );
  });

  test('are f with the other variable held still', () => {
    fc.assert(
      fc.property(tenths, tenths, (x, y) => {
        const { alongX, alongY } = run({ ...defaults, x, y });
        // f(t, y) = t²y + ty² and f(x, t) = x²t + xt²; what leaves the picture is left out.
        for (const { x: t, y: height } of alongX.curve)
          if (height !== null) expect(height).toBeCloseTo(t * t * y + t * y * y, 6);
        for (const { x: t, y: height } of alongY.curve)
          if (height !== null) expect(height).toBeCloseTo(x * x * t + x * t * t, 6);
      }),
    );
  });

  test.each([
    'x^2 y + x y^2',
    'x^2-y^2',
    'sin(x)cos(y)',
    'exp(-(x^2+y^2)/2)',
    'x^2 y + sin(x*y)/2',
  ])('of %s have the slopes of nudges to both sides', (typed) => {
    const f = compile(parse(typed));
    const h = 1e-5;
    fc.assert(
      fc.property(tenths, tenths, (x, y) => {
        const { dfdx, dfdy, crease } = at(typed, x, y);
        expect(dfdx).toBeCloseTo((f({ x: x + h, y }) - f({ x: x - h, y })) / (2 * h), 7);
        expect(dfdy).toBeCloseTo((f({ x, y: y + h }) - f({ x, y: y - h })) / (2 * h), 7);
        expect(crease).toBe(false);
      }),
    );
  });

  test('lie in one window, so that a steeper cut looks steeper', () => {
    const { cutWindow, alongX, alongY } = run(defaults);
    for (const cut of [alongX, alongY])
      for (const { y } of [...cut.curve, ...cut.tangent]) {
        expect(y ?? 0).toBeGreaterThanOrEqual(cutWindow.y.min);
        expect(y ?? 0).toBeLessThanOrEqual(cutWindow.y.max);
      }
    // The line through (1, 6) of slope 8 meets x = 0 at −2.
    const [start] = alongX.tangent;
    expect(start && start.y !== null && start.y - 8 * start.x).toBeCloseTo(-2, 9);
  });
});

group('where a partial derivative is missing', () => {
  test('a kink along x spoils ∂f/∂x alone', () => {
    expect(words('abs(x)+y^2', 0, 1)).toBe(
      'At (0, 1), where f is 1: with y held at 1, f has a kink (slope −1 below x, 1 above): ∂f/∂x does not exist, PyTorch answers 0; with x held at 0, f changes by 2 per unit of y.',
    );
    expect(at('abs(x)+y^2', 0, 1)).toMatchObject({ dfdx: null, dfdy: 2, crease: false });
    expect(tables({ f: 'abs(x)+y^2', x: 0, y: 1 }, at('abs(x)+y^2', 0, 1))[0]?.rows).toEqual([
      [0, 1, 1, 'none (PyTorch: 0)', 2],
    ]);
    const text = program({ f: 'abs(x)+y^2', x: 0, y: 1 }, at('abs(x)+y^2', 0, 1));
    expect(text).toContain('# Not everything here is a derivative');
  });

  test('at a pole there is nothing to differentiate', () => {
    expect(words('1/(x-y)', 1, 1)).toBe(
      'f is not defined at (1, 1): there is nothing to differentiate.',
    );
    expect(at('1/(x-y)', 1, 1)).toMatchObject({ value: null, dfdx: null, dfdy: null });
    expect(words('1/(x-x)', 1, 1)).toBe('f is not defined anywhere in the picture.');
  });

  test('a slope without bound is no number', () => {
    expect(at('sqrt(x)+y', 0, 1)).toMatchObject({ dfdx: null, dfdy: 1 });
    expect(words('sqrt(x)+y', 0, 1)).toContain(
      'f ends here (slope on its one side: growing without bound): ∂f/∂x does not exist, PyTorch answers infinity',
    );
  });
});

group('where both partial derivatives exist and f is not differentiable', () => {
  test('relu(min(x, y)) at the origin: 0 along both axes, 1/√2 along the diagonal', () => {
    // On the axes min(x, y) ≤ 0, so f is 0 there; on the diagonal f(t, t) = t for t > 0.
    const result = at('relu(min(x,y))', 0, 0);
    expect(result).toMatchObject({ value: 0, dfdx: 0, dfdy: 0, crease: true });
    expect(words('relu(min(x,y))', 0, 0)).toContain('between the axes f has a crease');
  });

  test('max(min(x, y), 0), the same function: PyTorch shares two ties and answers a quarter', () => {
    expect(at('max(min(x,y),0)', 0, 0)).toMatchObject({
      ...{ dfdx: 0, dfdy: 0, crease: true },
      alongX: { answer: { exact: 0, pytorch: 0.25, kink: null } },
    });
    expect(words('max(min(x,y),0)', 0, 0)).toContain(
      'the slope along x is 0, but PyTorch answers 0.25',
    );
  });

  test('√|xy| at the origin: both cuts are level, and PyTorch has no number', () => {
    expect(at('sqrt(abs(x*y))', 0, 0)).toMatchObject({ value: 0, dfdx: 0, crease: true });
    expect(words('sqrt(abs(x*y))', 0, 0)).toContain('is 0, but PyTorch answers not a number');
  });

  test('xy/(x² + y²) near the origin: its slope along x on the y axis is 1/y', () => {
    // y(y² − x²)/(x² + y²)² at x = 0
    fc.assert(
      fc.property(
        tenths.filter((y) => y !== 0),
        (y) => {
          expect(at('x*y/(x^2+y^2)', 0, y).dfdx).toBeCloseTo(1 / y, 10);
        },
      ),
    );
    expect(words('x*y/(x^2+y^2)', 0, 0)).toContain('f is not defined at (0, 0)');
  });
});

test.each([
  ['sqrt(x^2+y^2)', 0, 0],
  ['floor(x)+y', 1, 1],
  ['max(x,y)', 1, 1],
])('%s at (%d, %d) has no partial derivative along x', (f, x, y) => {
  expect(at(f, x, y)).toMatchObject({ dfdx: null, crease: false });
  expect(words(f, x, y)).toContain('∂f/∂x does not exist');
});

group('what the chapter says on paper', () => {
  test('f(1 + h, 2 + k) = 6 + 8h + 5k + 2h² + 6hk + k² + h²k + hk²', () => {
    fc.assert(
      fc.property(tenths, tenths, (h, k) => {
        const rest = 2 * h * h + 6 * h * k + k * k + h * h * k + h * k * k;
        const { value } = run({ ...defaults, x: 1 + h, y: 2 + k });
        expect(value).toBeCloseTo(6 + 8 * h + 5 * k + rest, 9);
      }),
    );
  });

  test('with y tied to 2x the slope at 1 is 18 = 8 + 2·5, that of 6x³', () => {
    expect(at('x^2*(2x) + x*(2x)^2', 1, 0).dfdx).toBe(18);
    expect(at('6x^3', 1, 0).dfdx).toBe(18);
  });

  test('with x at 1, ∂f/∂x is zero at y = −2, and at (1, −1) it is −1', () => {
    // 2y + y² = y(2 + y)
    expect(run({ ...defaults, x: 1, y: -2 }).dfdx).toBe(0);
    expect(run({ ...defaults, x: 1, y: -1 }).dfdx).toBe(-1);
  });

  test('Peano’s function has ∂/∂x = −y on the y axis and ∂/∂y = x on the x axis', () => {
    const peano = 'x*y*(x^2-y^2)/(x^2+y^2)';
    fc.assert(
      fc.property(
        tenths.filter((t) => t !== 0),
        (t) => {
          expect(at(peano, 0, t).dfdx).toBeCloseTo(-t, 12);
          expect(at(peano, t, 0).dfdy).toBeCloseTo(t, 12);
        },
      ),
    );
  });

  test('the crease rises along the diagonal with slope 1/√2', () => {
    const crease = compile(parse('relu(min(x,y))'));
    const t = 1e-3;
    expect(crease({ x: t * Math.SQRT1_2, y: t * Math.SQRT1_2 }) / t).toBeCloseTo(Math.SQRT1_2, 12);
  });
});

test('the table repeats the readouts, and the program prints them', () => {
  expect(tables(defaults, run(defaults))[0]?.rows).toEqual([[1, 2, 6, 8, 5]]);
  expect(program(defaults, run(defaults))).toContain('# value = 6\n# df/dx = 8\n# df/dy = 5');
  const onlyY = { ...defaults, f: 'y' };
  expect(program(onlyY, run(onlyY))).toContain('return y + 0 * x');
});
