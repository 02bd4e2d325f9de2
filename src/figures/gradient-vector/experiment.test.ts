import fc from 'fast-check';
import { describe as group, expect, test } from 'vitest';
import { ExpressionError, compile, parse } from '@calculus/expression';
import { steepestText } from './describe.ts';
import { readouts } from './readouts.ts';
import { defaults, describe, run, tables, program } from './index.ts';

const tenths = fc.integer({ min: -30, max: 30 }).map((tenth) => tenth / 10);

group('the gradient', () => {
  test('of x²y + xy² + 2 at (1, 2) is (8, 5), of length √89', () => {
    // ∂f/∂x = 2xy + y² = 4 + 4, ∂f/∂y = x² + 2xy = 1 + 4, √(64 + 25) = √89 = 9.434
    const result = run(defaults);
    expect(result).toMatchObject({ value: 8, dfdx: 8, dfdy: 5, norm: Math.sqrt(89) });
    expect(steepestText(result)).toBe('(0.848, 0.53)');
    expect(describe(defaults, result)).toBe(
      'At (1, 2) f rises fastest towards 32°, with slope 9.434. Towards 0° its slope is 8.',
    );
  });

  test('of a typed formula is that of central differences', () => {
    const typed = 'x^2 y + sin(x*y)/2';
    const f = compile(parse(typed));
    const h = 1e-5;
    fc.assert(
      fc.property(tenths, tenths, (x, y) => {
        const { dfdx, dfdy } = run({ f: typed, x, y, angle: 0 });
        expect(dfdx).toBeCloseTo((f({ x: x + h, y }) - f({ x: x - h, y })) / (2 * h), 7);
        expect(dfdy).toBeCloseTo((f({ x, y: y + h }) - f({ x, y: y - h })) / (2 * h), 7);
        // By hand: 2xy + y cos(xy)/2 and x² + x cos(xy)/2.
        expect(dfdx).toBeCloseTo(2 * x * y + (y * Math.cos(x * y)) / 2, 11);
        expect(dfdy).toBeCloseTo(x * x + (x * Math.cos(x * y)) / 2, 11);
      }),
    );
  });

  test('no direction is steeper than the gradient, and its own has its length', () => {
    // Cauchy–Schwarz: ∇f · u ≤ ‖∇f‖ for ‖u‖ = 1, with equality where u lies along ∇f.
    fc.assert(
      fc.property(tenths, tenths, (x, y) => {
        const { norm, slopes, steepestAngle } = run({ ...defaults, x, y });
        for (const { slope } of slopes) expect(slope).toBeLessThanOrEqual((norm ?? 0) + 1e-12);
        fc.pre(steepestAngle !== null);
        const along = run({ ...defaults, x, y, angle: steepestAngle });
        expect(along.directional).toBeCloseTo(norm ?? 0, 10);
      }),
    );
  });

  test.each([
    [0, 8],
    [90, 5],
    [180, -8],
    [270, -5],
    [360, 8],
  ])('towards %i° the slope is exactly %d: quarter turns are exact', (angle, slope) => {
    expect(run({ ...defaults, angle }).directional).toBe(slope);
  });
});

group('where there is no gradient', () => {
  const words = (f: string, x: number, y: number) => {
    const params = { f, x, y, angle: 0 };
    return describe(params, run(params));
  };

  test('at a critical point it is zero and has no direction', () => {
    const result = run({ f: 'x^2-y^2', x: 0, y: 0, angle: 30 });
    expect(steepestText(result)).toBe('none: the gradient is zero');
    expect(result).toMatchObject({
      norm: 0,
      unit: null,
      directional: 0,
      arrows: { gradient: null, shadow: null },
    });
    expect(words('x^2-y^2', 0, 0)).toContain('the gradient is zero, a critical point');
  });

  test('1/(x-x) is defined nowhere, 1/x not on a line, and both are said in words', () => {
    expect(words('1/(x-x)', 1, 1)).toBe('f is not defined anywhere in the picture.');
    expect(run({ f: '1/(x-x)', x: 1, y: 1, angle: 0 })).toMatchObject({
      value: null,
      dfdx: null,
      norm: null,
      directional: null,
    });
    expect(words('1/x', 0, 1)).toBe('f is not defined at (0, 1): there is no gradient.');
    expect(words('sqrt(x)+y', 0, 1)).toContain('so it has no gradient');
  });

  test('abs(x) + y at (0, 1) rises by 1 towards 0°, where the gradient (0, 1) that PyTorch answers says 0', () => {
    // For t > 0: (|t| + 1 − 1)/t = 1, and towards 180° as well.
    const params = { f: 'abs(x)+y', x: 0, y: 1, angle: 0 };
    const result = run(params);
    expect(result).toMatchObject({ dfdx: null, dfdy: 1, norm: null, directional: 1 });
    expect(run({ ...params, angle: 180 }).directional).toBe(1);
    expect(readouts(result)).toEqual({
      dfdx: 'none (PyTorch: 0)',
      dfdy: 1,
      norm: 'none (PyTorch: 1)',
      unit: 'none (PyTorch: (0, 1))',
      directional: '1 (PyTorch: 0)',
    });
    expect(words('abs(x)+y', 0, 1)).toBe(
      'f is 1 at (0, 1). It is not differentiable there, so it has no gradient; PyTorch answers (0, 1). Towards 0° its slope is 1.',
    );
  });

  test('there no arrow is drawn as a gradient, and the curve of slopes is |cos θ| + sin θ', () => {
    const { arrows, slopes, steepestAngle } = run({ f: 'abs(x)+y', x: 0, y: 1, angle: 30 });
    expect([arrows.gradient, arrows.shadow, steepestAngle]).toEqual([null, null, null]);
    for (const { angle, slope } of slopes) {
      const radians = (angle * Math.PI) / 180;
      expect(slope).toBeCloseTo(Math.abs(Math.cos(radians)) + Math.sin(radians), 12);
    }
  });

  test('a crease between the axes has both partial derivatives, and no gradient', () => {
    const result = run({ f: 'relu(min(x,y))', x: 0, y: 0, angle: 45 });
    expect(result).toMatchObject({ dfdx: 0, dfdy: 0, norm: null });
    expect(result.directional).toBeCloseTo(Math.SQRT1_2, 12);
  });

  test('a gradient that PyTorch’s conventions miss is shown beside them', () => {
    // relu(x) − relu(−x) + y is x + y, of gradient (1, 1).
    const params = { f: 'relu(x)-relu(-x)+y', x: 0, y: 1, angle: 0 };
    const result = run(params);
    expect(readouts(result)).toMatchObject({
      dfdx: '1 (PyTorch: 0)',
      directional: '1 (PyTorch: 0)',
    });
    expect(result.norm).toBeCloseTo(Math.SQRT2, 12);
    expect(describe(params, result)).toContain('PyTorch answers the gradient (0, 1)');
  });
});

test('the field holds f over the window row by row from below, null where undefined', () => {
  const { field, window } = run({ ...defaults, f: 'x+10y' });
  expect(field.values).toHaveLength(64 * 64);
  expect(field.values.at(0)).toBe(window.x.min + 10 * window.y.min);
  expect(field.values.at(63)).toBe(window.x.max + 10 * window.y.min);
  expect(field.values.at(-1)).toBe(window.x.max + 10 * window.y.max);
  const half = run({ ...defaults, f: 'sqrt(x)' }).field.values;
  expect(half.filter((value) => value === null)).toHaveLength(64 * 32);
});

test('unreadable formulas and numbers are errors in words', () => {
  expect(() => run({ ...defaults, f: 'constructor' })).toThrow(ExpressionError);
  expect(() => run({ ...defaults, f: '('.repeat(300) })).toThrow('300 characters long');
  expect(() => run({ ...defaults, angle: Infinity })).toThrow(
    'gradient-vector: angle must be finite, got Infinity',
  );
});

test('the table repeats the readouts, and the program prints them', () => {
  const result = run(defaults);
  expect(tables(defaults, result)[0]?.rows).toEqual([[8, 8, 5, Math.sqrt(89), 0, 8]]);
  expect(program(defaults)).toContain(
    '# norm        = 9.43398\n# unit        = (0.847998, 0.529999)',
  );
  expect(program({ ...defaults, f: 'x^2' })).toContain('return x**2 + 0 * y');
});
