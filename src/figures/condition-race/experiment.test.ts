import { linalg, tensor } from '@calculus/autograd';
import fc from 'fast-check';
import { describe as group, expect, test } from 'vitest';
import { defaults, describe, program, run, tables } from './index.ts';
import { measuredRate } from '../shared/log-slope.ts';
import { exhaust } from '../shared/work.ts';
import { bestSettings, race, rateAlong } from './methods.ts';

const kappas = fc.double({ min: 1.05, max: 200, noNaN: true });
const at = (kappa: number, method: string, rate = 1) => run({ kappa, method, rate });

group('gradient descent', () => {
  test('at condition number 10 multiplies the error by 9/11 at every step', () => {
    // η = 2/11: 1 − η·1 = 9/11 along x, 1 − η·10 = −9/11 along y.
    const { chosen } = run(defaults);
    expect(chosen.settings.rate).toBe(2 / 11);
    expect(chosen.predicted).toBeCloseTo(9 / 11, 14);
    expect(chosen.measured).toBeCloseTo(9 / 11, 12);
    // The smallest n with (9/11)ⁿ ≤ 1e-6 is ⌈6 ln 10 / ln(11/9)⌉ = ⌈68.85⌉.
    expect(chosen.steps).toBe(69);
  });

  test('is measured as predicted at any condition number, from its first step on', () => {
    fc.assert(
      fc.property(kappas, (kappa) => {
        const { errors, predicted, measured } = at(kappa, 'gradient').chosen;
        expect(measured).toBeCloseTo(predicted, 9);
        expect(errors[1]).toBeCloseTo(predicted, 9);
      }),
      { numRuns: 30 },
    );
  });

  test('has no better fixed rate: any other is slower along one of the axes', () => {
    const slowest = (rate: number, kappa: number) =>
      Math.max(Math.abs(1 - rate), Math.abs(1 - rate * kappa));
    fc.assert(
      fc.property(kappas, fc.double({ min: 1e-3, max: 2, noNaN: true }), (kappa, other) => {
        const { rate } = bestSettings('gradient', kappa);
        expect(slowest(rate, kappa)).toBeCloseTo((kappa - 1) / (kappa + 1), 12);
        expect(slowest(other, kappa)).toBeGreaterThanOrEqual(slowest(rate, kappa) - 1e-12);
      }),
    );
  });
});

/** Along one axis (xₙ₊₁, xₙ) = A (xₙ, xₙ₋₁): both eigenvalues of A are roots of z² − (1 + β − αλ)z + β. */
function spectralRadius(curvature: number, kappa: number): number {
  const { rate, momentum } = bestSettings('momentum', kappa);
  const matrix = tensor(
    [
      [1 + momentum - rate * curvature, -momentum],
      [1, 0],
    ],
    { dtype: 'float64' },
  );
  const { real, imag } = linalg.eigvals(matrix);
  const [re, im] = [real.tolist() as number[], imag.tolist() as number[]];
  return Math.max(...re.map((part, index) => Math.hypot(part, im[index] ?? NaN)));
}

group('momentum', () => {
  test('has rate √β for every curvature between the extremes, not 2√β', () => {
    fc.assert(
      fc.property(kappas, fc.double({ min: 0, max: 1, noNaN: true }), (kappa, share) => {
        const { momentum } = bestSettings('momentum', kappa);
        const { predicted } = at(kappa, 'momentum').chosen;
        expect(predicted).toBeCloseTo(Math.sqrt(momentum), 12);
        // A double root is known to half of the digits only.
        for (const curvature of [1, 1 + share * (kappa - 1), kappa])
          expect(spectralRadius(curvature, kappa)).toBeCloseTo(predicted, 6);
      }),
    );
  });

  test('has a double root at both extremes: (1 + β − αλ)² = 4β', () => {
    fc.assert(
      fc.property(kappas, (kappa) => {
        const { rate, momentum } = bestSettings('momentum', kappa);
        for (const curvature of [1, kappa])
          expect((1 + momentum - rate * curvature) ** 2).toBeCloseTo(4 * momentum, 12);
      }),
    );
  });

  test('therefore falls like (c₀ + c₁n)ρⁿ, exactly', () => {
    // Along x, with x₀ and x₁ = (1 − α)x₀: c₀ = x₀ and c₁ = x₁/ρ − x₀. Along y the root is −ρ.
    const kappa = 50;
    const trajectory = exhaust(race('momentum', kappa, bestSettings('momentum', kappa)));
    const rho = (Math.sqrt(kappa) - 1) / (Math.sqrt(kappa) + 1);
    for (const [axis, root] of [
      ['x', rho],
      ['y', -rho],
    ] as const) {
      const [first = NaN, second = NaN] = trajectory.map((point) => point[axis]);
      const grows = second / root - first;
      for (const [n, point] of trajectory.slice(0, 40).entries())
        expect(point[axis]).toBeCloseTo((first + grows * n) * root ** n, 9);
    }
  });

  test('is measured above its prediction, by less the more steps there are; without the n it is not', () => {
    const excess = [10, 50, 200].map((kappa) => {
      const { measured, predicted, measuredWithoutN } = at(kappa, 'momentum').chosen;
      expect(measuredWithoutN).toBeCloseTo(predicted, 2);
      return measured / predicted - 1;
    });
    expect(excess[0]).toBeGreaterThan(excess[1] ?? NaN);
    expect(excess[1]).toBeGreaterThan(excess[2] ?? NaN);
    expect(excess[2]).toBeGreaterThan(0);
  });

  test('needs about the square root of the steps', () => {
    // (√100 − 1)/(√100 + 1) = 9/11 is what gradient descent has at condition number 10.
    expect(at(100, 'momentum').chosen.predicted).toBeCloseTo(9 / 11, 14);
    expect(at(200, 'momentum').chosen.steps).toBeLessThan(
      (at(200, 'gradient').chosen.steps ?? NaN) / 10,
    );
  });

  test('the error may grow at first, and the words say so', () => {
    const params = { kappa: 200, method: 'momentum', rate: 1 };
    expect(describe(params, run(params))).toContain(
      'At first the error even grows, to 1.165 times',
    );
  });
});

test('a rate is said to hold in the long run where it does not hold from the first step', () => {
  // Momentum’s (c₀ + c₁n)ρⁿ does not shrink by ρ at once; gradient descent’s ρⁿ does.
  const momentum = { kappa: 10, method: 'momentum', rate: 1 };
  expect(describe(momentum, run(momentum))).toContain(
    'Momentum is predicted to multiply the error by 0.5195 at each step in the long run; measured, as e to the slope of its logarithm from step',
  );
  expect(describe(defaults, run(defaults))).toContain('by 0.8182 at each step; measured');
  expect(tables(defaults, run(defaults))[0]?.caption).toMatch(/in the long run$/);
});

group('at another rate than the best', () => {
  test('a smaller one leaves the pace to the flat eigenvector, a larger one to the steep one', () => {
    // κ = 10, η = 1/11: factors 1 − 1/11 = 10/11 and 1 − 10/11 = 1/11. η = 2.1/11: 8.9/11 and −10/11.
    const slower = at(10, 'gradient', 0.5).chosen;
    expect(slower.pace).toBe('flat');
    expect(slower.rates[0]).toBeCloseTo(10 / 11, 12);
    expect(slower.rates[1]).toBeCloseTo(1 / 11, 12);
    const faster = at(10, 'gradient', 1.05).chosen;
    expect(faster.pace).toBe('steep');
    expect(faster.rates[0]).toBeCloseTo(8.9 / 11, 12);
    expect(faster.rates[1]).toBeCloseTo(10 / 11, 12);
    expect(at(10, 'gradient').chosen.pace).toBe('both');
  });

  test('the error along each eigenvector falls as its factor says, from the first step on', () => {
    const { split, chosen } = at(10, 'gradient', 0.5);
    // |x₀| = 3 of the distance √9.25, multiplied by 10/11 at each step; |y₀| = 0.5, by 1/11.
    const first = Math.sqrt(9.25);
    for (const step of [0, 1, 5]) {
      expect(split.flat[step]?.y).toBeCloseTo((3 / first) * (10 / 11) ** step, 12);
      expect(split.steep[step]?.y).toBeCloseTo((0.5 / first) * (1 / 11) ** step, 12);
    }
    expect(chosen.measured).toBeCloseTo(10 / 11, 6);
  });

  test('in the long run the measured rate is the larger root, for momentum too', () => {
    for (const [kappa, rate] of [
      [30, 0.3],
      [30, 0.7],
      [5, 1.1],
    ] as const) {
      const { measured, predicted, diverged } = at(kappa, 'momentum', rate).chosen;
      expect(diverged).toBe(false);
      expect(measured).toBeCloseTo(predicted, 2);
    }
  });

  test('momentum’s factor is that of the matrix of two steps, whatever the rate', () => {
    const momentum = 0.5;
    for (const rate of [0.01, 0.1, 0.6, 2.9, 3.5]) {
      const matrix = tensor([[1 + momentum - rate, -momentum], [1, 0]], { dtype: 'float64' }); // prettier-ignore
      const { real, imag } = linalg.eigvals(matrix);
      const [re, im] = [real.tolist() as number[], imag.tolist() as number[]];
      const radius = Math.max(...re.map((part, index) => Math.hypot(part, im[index] ?? NaN)));
      expect(rateAlong(1, { rate, momentum })).toBeCloseTo(radius, 12);
    }
  });

  test('too large a rate diverges, is stopped, and is said to', () => {
    // η = 4/11: the steep factor is 1 − 40/11 = −29/11.
    const params = { kappa: 10, method: 'gradient', rate: 2 };
    const { chosen } = run(params);
    expect(chosen).toMatchObject({ diverged: true, steps: null, pace: 'steep' });
    expect(chosen.predicted).toBeCloseTo(29 / 11, 12);
    expect(describe(params, run(params))).toMatch(
      /^Gradient descent at 2 times its best rate diverges: the distance passed 1000 times the first at step \d+\. The factors are 0\.6364 along the flat eigenvector, 2\.636 along the steep one: the steep one sets the pace\. .*Gradient descent never, /,
    );
  });

  test('what takes too long is said to, and Newton’s step stays whole', () => {
    const params = { kappa: 200, method: 'gradient', rate: 0.1 };
    expect(describe(params, run(params))).toContain('Gradient descent not within 1500 steps');
    expect(at(50, 'Newton', 0.5).chosen.errors).toEqual([1, 0]);
  });
});

test('Newton lands on the minimum in one step at any condition number', () => {
  fc.assert(
    fc.property(kappas, (kappa) => {
      const { chosen, path } = at(kappa, 'Newton');
      expect(chosen).toMatchObject({ predicted: 0, steps: 1, measured: 0, errors: [1, 0] });
      expect(path).toEqual([{ step: 1, x: 0, y: 0, error: 0 }]);
    }),
    { numRuns: 50 },
  );
});

test('at condition number 1 all three land at once, and nothing is divided by zero', () => {
  for (const method of ['gradient', 'momentum', 'Newton']) {
    const { chosen, prediction } = at(1, method);
    expect(chosen).toMatchObject({ predicted: 0, measured: 0, steps: 1, measuredWithoutN: null });
    expect(prediction).toEqual([]);
  }
  expect(describe({ ...defaults, kappa: 1 }, at(1, 'gradient'))).toMatch(/^At condition number 1/);
});

test('a condition number a hair above 1 is measured too', () => {
  for (const kappa of [1 + 1e-11, 1.0001, 1.06])
    for (const method of ['gradient', 'momentum']) {
      const { chosen } = at(kappa, method);
      expect(chosen.measured).toBeLessThan(0.04);
      expect(describe({ kappa, method, rate: 1 }, at(kappa, method))).not.toMatch(/nan/i);
    }
});

test('the measured rate is the base of an exact geometric series, and forgives the weight', () => {
  const steps = Array.from({ length: 20 }, (_, n) => n);
  expect(
    measuredRate(
      steps.map((n) => 3 * 0.7 ** n),
      5,
    ),
  ).toBeCloseTo(0.7, 12);
  expect(
    measuredRate(
      steps.map((n) => n * 0.7 ** n),
      5,
      (n) => n,
    ),
  ).toBeCloseTo(0.7, 12);
  expect(measuredRate([1, 0], 0)).toBe(0);
});

test('an error of zero lies at the foot of the picture, eight powers of ten below the highest', () => {
  expect(run(defaults).errorWindow.y).toEqual({ min: 1e-8, max: 1 });
  const { errorWindow, lines } = at(200, 'Newton');
  expect(errorWindow.y).toEqual({ min: 1e-7, max: 10 });
  expect(lines[0]?.points).toEqual([
    { x: 0, y: 1 },
    { x: 1, y: 1e-7 },
  ]);
});

test('the path ends where a millionth is left, or at the edge of the picture', () => {
  expect(run(defaults).path).toHaveLength(69);
  expect(at(10, 'momentum').path).toHaveLength(26);
  expect(at(200, 'gradient').path).toHaveLength(150);
  expect(at(200, 'gradient').path.at(-1)?.error).toBeCloseTo((199 / 201) ** 150, 9);
});

test('what cannot be raced is refused in words', () => {
  expect(() => at(0.5, 'gradient')).toThrow('condition-race: kappa must be at least 1, got 0.5');
  expect(() => at(10, 'guess')).toThrow(
    'condition-race: method must be gradient, momentum or Newton, got guess',
  );
});

test('the first table compares the three, and the program prints the chosen one', () => {
  const rows = tables(defaults, run(defaults))[0]?.rows ?? [];
  expect(rows.map((row) => [row[0], row.at(-1)])).toEqual([
    ['gradient', 69],
    ['momentum', 26],
    ['Newton', 1],
  ]);
  expect(program(defaults, run(defaults))).toContain(
    '# predicted rate = 0.818182\n# measured rate  = 0.818182\n',
  );
});
