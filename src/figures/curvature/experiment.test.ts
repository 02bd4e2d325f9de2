import fc from 'fast-check';
import { describe as group, expect, test } from 'vitest';
import { golden } from '../shared/golden.test.helper.ts';
import { type Params, defaults, describe, program, run, tables } from './index.ts';

interface Case {
  id: string;
  kind: 'quadratic_loss' | 'quadratic_family';
  dtype: string;
  inputs: { x: [number, number]; a?: number; b?: number; c?: number };
  expected: {
    loss: number;
    gradient: number[];
    hessian: number[][];
    eigvalsh: [number, number];
    condition_number: number | string;
  };
}

/** Float32 against float32 or float64: a millionth of the larger entries. */
const near = (actual: number, expected: number, size = Math.abs(expected)) => {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-6 * Math.max(1, size));
};

for (const { id, inputs, expected } of [
  ...golden<Case>('quadratic_loss', 'float32'),
  ...golden<Case>('quadratic_family'),
])
  test(`${id} is PyTorch's`, () => {
    const [x, y] = inputs.x;
    const { a = 1, b = 2, c = 1 } = inputs;
    const { loss, gradient, hessian, axes, ratio } = run({ ...defaults, a, b, c, x, y });
    near(loss, expected.loss);
    expected.gradient.forEach((slope, index) => {
      near(gradient[index] ?? NaN, slope);
    });
    expected.hessian.flat().forEach((entry, index) => {
      near(hessian.flat()[index] ?? NaN, entry);
    });
    const [low, high] = expected.eigvalsh;
    near(axes[0].eigenvalue, low, high);
    near(axes[1].eigenvalue, high);
    const quotient = expected.condition_number;
    if (quotient === 'Infinity') expect(ratio).toBeNull();
    // Float32 knows the smaller eigenvalue to 1e-7 of the larger.
    else expect((ratio ?? NaN) / Number(quotient)).toBeCloseTo(1, Number(quotient) > 1e6 ? 0 : 5);
  });

group('the notebook’s point', () => {
  test('has loss 5.5, gradient (2, 4.5), H [[1, 0.5], [0.5, 2]] and condition number 2.78', () => {
    // f = ½(x² + 2y² + xy): ½(1 + 8 + 2); (x + y/2, 2y + x/2); λ = (3 ± √2)/2.
    const result = run(defaults);
    expect(result).toMatchObject({
      loss: 5.5,
      gradient: [2, 4.5],
      verdict: 'minimum',
      newton: { by: { x: -1, y: -2 } },
      hessian: [
        [1, 0.5],
        [0.5, 2],
      ],
    });
    expect(result.axes[0].eigenvalue).toBeCloseTo((3 - Math.SQRT2) / 2, 6);
    expect(result.axes[1].eigenvalue).toBeCloseTo((3 + Math.SQRT2) / 2, 6);
    expect(result.condition).toBeCloseTo((3 + Math.SQRT2) / (3 - Math.SQRT2), 5);
    expect(result.condition?.toFixed(2)).toBe('2.78');
  });

  test('has its axes at 22.5°: tan 2θ = c/(a − b)', () => {
    const [flat, steep] = run(defaults).axes;
    expect(Math.atan2(flat.direction.y, flat.direction.x)).toBeCloseTo(-Math.PI / 8, 6);
    expect(Math.atan2(steep.direction.y, steep.direction.x)).toBeCloseTo((3 * Math.PI) / 8, 6);
  });

  test('is told in words', () => {
    // (κ − 1)/(κ + 1) = √2/3, so that 2/9 of 5.5 is left.
    expect(describe(defaults, run(defaults))).toBe(
      'A minimum: both eigenvalues are positive, the loss bends upwards in every direction, and Newton’s step lands at the bottom. ' +
        'The condition number is 2.784: the steepest axis bends that many times as much as the flattest. ' +
        'A gradient step at rate 0.6667 takes the loss from 5.5 to 1.222, Newton’s to 0. ' +
        'In the direction of 45° the curvature uᵀHu is 2, between the eigenvalues 0.7929 and 2.207.',
    );
  });
});

const tenths = fc.integer({ min: -30, max: 30 }).map((tenth) => tenth / 10);
const anything: fc.Arbitrary<Params> = fc.record({
  a: tenths,
  b: tenths,
  c: tenths,
  x: tenths,
  y: tenths,
  angle: fc.integer({ min: 0, max: 720 }).map((half) => half / 2),
});

group('the curvature uᵀHu', () => {
  const along = (angle: number, change: Partial<Params> = {}) =>
    run({ ...defaults, ...change, angle }).along;

  test('is H₁₁ along x, H₂₂ along y, and (a + b + c)/2 halfway between', () => {
    expect(along(0)).toMatchObject({ curvature: 1, hu: { x: 1, y: 0.5 }, eigenvector: false });
    expect(along(90)).toMatchObject({ curvature: 2, hu: { x: 0.5, y: 2 }, eigenvector: false });
    expect(along(45).curvature).toBeCloseTo((1 + 2 + 1) / 2, 6);
  });

  test('is the eigenvalue where Hu lies along u, and the words say that u is an eigenvector', () => {
    // The axes lie at −22.5° and 67.5°.
    expect(along(67.5)).toMatchObject({ eigenvector: true });
    expect(along(67.5).curvature).toBeCloseTo((3 + Math.SQRT2) / 2, 6);
    expect(along(337.5)).toMatchObject({ eigenvector: true });
    expect(along(337.5).curvature).toBeCloseTo((3 - Math.SQRT2) / 2, 6);
    expect(along(67).eigenvector).toBe(false);
    const params = { ...defaults, angle: 67.5 };
    expect(describe(params, run(params))).toMatch(
      /In the direction of 67\.5° the curvature uᵀHu is 2\.207, and Hu lies along u: u is an eigenvector\.$/,
    );
  });

  test('does not change with the direction where both eigenvalues agree', () => {
    for (const angle of [0, 31.5, 200])
      expect(along(angle, { a: 2, b: 2, c: 0 })).toMatchObject({ eigenvector: true });
  });

  test('its picture has the marked eigenvectors on the curve, and what is drawn is what is computed', () => {
    fc.assert(
      fc.property(anything, (params) => {
        const { directions, along } = run(params);
        const { a, b, c } = params;
        for (const { x, y } of directions.marks.flat()) {
          const [u, v] = [Math.cos((x * Math.PI) / 180), Math.sin((x * Math.PI) / 180)];
          near(a * u * u + c * u * v + b * v * v, y, 10);
        }
        const drawn = directions.curve.find(({ x }) => x === params.angle);
        if (drawn) near(along.curvature, drawn.y, 10);
      }),
    );
  });
});

group('in general', () => {
  test('H is [[a, c/2], [c/2, b]], and symmetric to the last bit', () => {
    fc.assert(
      fc.property(anything, (params) => {
        const { hessian } = run(params);
        const { a, b, c } = params;
        [a, c / 2, c / 2, b].forEach((entry, index) => {
          expect(hessian.flat()[index]).toBe(Math.fround(entry));
        });
        expect(hessian[0][1]).toBe(hessian[1][0]);
      }),
    );
  });

  test('H u = λ u for both axes, which are perpendicular and of length 1', () => {
    fc.assert(
      fc.property(anything, (params) => {
        const { hessian, axes } = run(params);
        const [[h11, h12], [h21, h22]] = hessian;
        for (const { eigenvalue, direction: u } of axes) {
          near(h11 * u.x + h12 * u.y, eigenvalue * u.x, 4);
          near(h21 * u.x + h22 * u.y, eigenvalue * u.y, 4);
          expect(Math.hypot(u.x, u.y)).toBeCloseTo(1, 6);
        }
        const [u, v] = [axes[0].direction, axes[1].direction];
        expect(u.x * v.x + u.y * v.y).toBeCloseTo(0, 6);
      }),
    );
  });

  test('the curvature uᵀHu in any direction lies between the eigenvalues', () => {
    fc.assert(
      fc.property(anything, fc.double({ min: 0, max: 6.3, noNaN: true }), (params, angle) => {
        const { a, b, c } = params;
        const { axes } = run(params);
        const [u, v] = [Math.cos(angle), Math.sin(angle)];
        const bend = a * u * u + c * u * v + b * v * v;
        expect(bend).toBeGreaterThanOrEqual(axes[0].eigenvalue - 1e-5);
        expect(bend).toBeLessThanOrEqual(axes[1].eigenvalue + 1e-5);
      }),
    );
  });

  test('where H is not singular Newton’s step leads to (0, 0), whatever kind of place that is', () => {
    fc.assert(
      fc.property(anything, (params) => {
        const { newton, condition } = run(params);
        fc.pre(newton !== null && condition !== null && condition < 1000);
        near(newton.to.x, 0, 1000);
        near(newton.to.y, 0, 1000);
      }),
    );
  });

  test('on a bowl the gradient step leaves ((κ − 1)/(κ + 1))² of the loss', () => {
    // 1 − ηλ is ∓(κ − 1)/(κ + 1) along the two axes, and the loss is ½Σλe².
    fc.assert(
      fc.property(anything, (params) => {
        const { verdict, condition, loss, gradientStep } = run(params);
        fc.pre(verdict === 'minimum' && condition !== null && condition < 1000 && loss > 0.01);
        const rate = (condition - 1) / (condition + 1);
        expect((gradientStep?.loss ?? NaN) / loss).toBeCloseTo(rate * rate, 3);
      }),
    );
  });

  test('each slice is level where the way −(g·u)/λ leads', () => {
    fc.assert(
      fc.property(anything, (params) => {
        for (const { eigenvalue, slope, level } of run(params).slices)
          if (level !== null) expect(slope + eigenvalue * level).toBeCloseTo(0, 9);
      }),
    );
  });
});

/** The sign of a whole number's determinant and trace decide exactly, without any rounding. */
function exactVerdict(a: number, b: number, c: number): string {
  const determinant = 4 * a * b - c * c;
  if (determinant === 0) return 'flat';
  if (determinant < 0) return 'saddle';
  return a > 0 ? 'minimum' : 'maximum';
}

test('the verdict is that of exact arithmetic for every singular setting of the sliders', () => {
  let singular = 0;
  for (let a = -30; a <= 30; a++)
    for (let b = -30; b <= 30; b++)
      for (const c of [-1, 1].map((sign) => sign * Math.sqrt(4 * a * b)))
        if (Number.isInteger(c) && Math.abs(c) <= 30) {
          singular += 1;
          const { verdict } = run({ ...defaults, a: a / 10, b: b / 10, c: c / 10 });
          expect(verdict, [a, b, c].join(' ')).toBe('flat');
        }
  expect(singular).toBeGreaterThan(200);
});

test('the verdict is that of exact arithmetic for any setting of the sliders', () => {
  const whole = fc.integer({ min: -30, max: 30 });
  fc.assert(
    fc.property(whole, whole, whole, (a, b, c) => {
      const { verdict } = run({ ...defaults, a: a / 10, b: b / 10, c: c / 10 });
      expect(verdict).toBe(exactVerdict(a, b, c));
    }),
    { numRuns: 1000 },
  );
});

test('both slices and the contour hold the point, and the tables repeat the readouts', () => {
  const result = run(defaults);
  const { slices, sliceWindow } = result;
  for (const { curve, levelLoss } of slices) {
    expect(curve.some(({ x, y }) => x === 0 && Math.abs((y ?? NaN) - 5.5) < 1e-9)).toBe(true);
    expect(levelLoss).toBeGreaterThan(sliceWindow.y.min);
  }
  expect(tables(defaults, result)[0]?.rows).toEqual([[1, 2, 5.5, 2, 4.5, 1, 0.5, 0.5, 2]]);
  expect(tables(defaults, result)[3]?.rows[0]).toEqual(['Newton', -1, -2, 0]);
});

test('the program prints words where PyTorch would print inf', () => {
  const trough = { ...defaults, b: 1, c: 2 };
  expect(program(trough, run(trough))).toContain('# condition   = infinite\n');
  expect(program(defaults, run(defaults))).toContain(
    '# condition   = 2.784\n# verdict     = minimum\n',
  );
});
