import { readFileSync } from 'node:fs';
import { describe as group, expect, test } from 'vitest';
import { at } from '../shared/at.ts';
import { secondDerivatives } from '../shared/second-derivatives.ts';
import { exhaust } from '../shared/work.ts';
import { defaults, describe, follow, run, tables, type Params } from './index.ts';
import { landscapes } from './landscapes.ts';
import { distance, minimaNear } from './minima.ts';
import { type Name, names } from './optimizers.ts';
import { runnerOf, tolerance } from './runner.ts';
import { trajectoryOf } from './trajectory.ts';

interface Case {
  id: string;
  optimizer: string;
  formula: string;
  kwargs: Record<string, unknown>;
  start: [number, number];
  steps: number;
  rel_tol?: number;
  expected: { path: [number, number][] };
}

const { cases } = JSON.parse(
  readFileSync(
    new URL('../../../packages/autograd/golden/optim_golden.json', import.meta.url),
    'utf8',
  ),
) as { cases: Case[] };

const stored: Partial<Record<Name, string>> = {
  sgd: 'sgd',
  momentum: 'sgd_momentum',
  nesterov: 'sgd_nesterov',
  adagrad: 'adagrad',
  rmsprop: 'rmsprop',
  adam: 'adam',
  adamw: 'adamw',
};

const terrains = ['bowl1', 'bowl10', 'bowl100', 'rosenbrock', 'himmelblau', 'beale', 'saddle'];

for (const [name, prefix] of Object.entries(stored) as [Name, string][])
  for (const terrain of terrains)
    test(`${name} takes PyTorch’s steps on ${terrain}`, () => {
      const { formula, kwargs, start, steps, expected, rel_tol } = at(
        cases.filter(({ id }) => id === `${prefix}.${terrain}`),
        0,
      );
      const [x, y] = start;
      const f = formula.replaceAll('**', '^');
      const { places } = exhaust(
        trajectoryOf(name, Number(kwargs['lr']), { f, start: { x, y }, steps }),
      );
      const close = (got: number, wanted: number) =>
        Math.abs(got - wanted) <= (rel_tol ?? 1e-12) * Math.max(1, Math.abs(wanted));
      expect(places).toHaveLength(expected.path.length);
      for (const [step, [wantedX, wantedY]] of expected.path.entries()) {
        expect(close(at(places, step).x, wantedX)).toBe(true);
        expect(close(at(places, step).y, wantedY)).toBe(true);
      }
    });

const on = (index: number, changes: Partial<Params> = {}): Params => {
  const params = { ...defaults, f: at(landscapes, index).f, ...changes };
  return { ...params, ...follow(params), ...changes };
};
const runnerNamed = (params: Params, name: Name) =>
  at(run({ ...params, optimizers: name }).runners, 0);

group('a landscape', () => {
  test.each(landscapes)('$label: its minima are minima, and its start lies on its map', (one) => {
    const { f, minima, start, window } = one;
    for (const { x, y } of minima) {
      const { gradient, eigenvalues } = secondDerivatives(f, { x, y });
      expect(Math.hypot(...gradient)).toBeLessThan(1e-9);
      expect(Math.min(...eigenvalues)).toBeGreaterThan(0);
    }
    expect(start.x > window.x.min && start.x < window.x.max).toBe(true);
    expect(start.y > window.y.min && start.y < window.y.max).toBe(true);
  });

  const grid = [-4, -3, -2, -1, 0].flatMap((power) =>
    [1, 2, 5].map((lead) => Number(`${lead}e${power}`)),
  );
  const tuned = names.slice(0, 7);

  const byScore = ({ score: a }: { score: number[] }, { score: b }: { score: number[] }) =>
    at(a, 0) === at(b, 0) ? at(a, 1) - at(b, 1) : at(a, 0) - at(b, 0);

  test.each(landscapes)('$label: no rate of 1, 2, 5 times a power of ten does better', (one) => {
    const { f, minima, start, steps, rates } = one;
    const score = (name: Name, rate: number) => {
      const runner = runnerOf(name, rate, { f, start, steps }, minima);
      return runner.stopped
        ? [Infinity, Infinity]
        : [runner.arrival ?? Infinity, runner.finalValue ?? Infinity];
    };
    const best = tuned.map((name) => {
      const scored = grid
        .filter((rate) => rate <= 1)
        .map((rate) => ({ rate, score: score(name, rate) }));
      return [name, at(scored.toSorted(byScore), 0).rate];
    });
    expect(tuned.map((name) => [name, rates[name]])).toEqual(best);
  });
});

test('the parts of a step add up to it, for every optimizer at every step', () => {
  for (const name of names) {
    const { f, start, rates } = at(landscapes, 2);
    const rate = rates[name];
    const { places, splits } = exhaust(trajectoryOf(name, rate, { f, start, steps: 30 }));
    for (const [step, { gradient, momentum, decay, scale, unscaled }] of splits.entries()) {
      const [from, to] = [at(places, step), at(places, step + 1)];
      for (const axis of ['x', 'y'] as const) {
        expect(gradient[axis] + momentum[axis] + decay[axis]).toBeCloseTo(to[axis] - from[axis], 9);
        if (scale)
          expect(scale[axis] * unscaled[axis]).toBeCloseTo(gradient[axis] + momentum[axis], 9);
      }
    }
  }
});

test('gradient descent on the ravine multiplies y by 1 − 25η and x by 1 − η', () => {
  // f = (x² + 25y²)/2: ∇f = (x, 25y).
  const { places } = runnerNamed(on(1, { sgd: 0.05, steps: 10 }), 'sgd');
  expect(at(places, 10).x).toBeCloseTo(-3.5 * 0.95 ** 10, 12);
  expect(at(places, 10).y).toBeCloseTo(1.5 * (-0.25) ** 10, 12);
});

test('Adam’s first step is its rate along each coordinate, whatever the gradient', () => {
  // m̂ = g and v̂ = g², so the step is −η g/(|g| + ε).
  const { places } = runnerNamed(on(1, { adam: 0.1 }), 'adam');
  expect(at(places, 1).x).toBeCloseTo(-3.4, 6);
  expect(at(places, 1).y).toBeCloseTo(1.4, 6);
});

test('AdamW shrinks the point by 1 − ηλ before Adam’s step', () => {
  const params = on(1, { adam: 0.1, adamw: 0.1 });
  const adam = at(runnerNamed(params, 'adam').places, 1);
  const adamw = at(runnerNamed(params, 'adamw').places, 1);
  expect(adamw.x - adam.x).toBeCloseTo(-0.1 * 0.01 * -3.5, 9);
  expect(adamw.y - adam.y).toBeCloseTo(-0.1 * 0.01 * 1.5, 9);
});

group('Newton', () => {
  test('lands on the minimum of a quadratic in one step', () => {
    expect(runnerNamed(on(1), 'newton')).toMatchObject({
      arrival: 1,
      regime: 'arrives at a minimum',
    });
  });

  test('heads for the saddle, and is said to', () => {
    const params = { ...on(5), optimizers: 'newton' };
    expect(runnerNamed(params, 'newton').regime).toBe('stands at a saddle');
    expect(describe(params, run(params))).toMatch(
      /Newton stands at the saddle \(0, [^)]*\), .*not positive definite at 120 steps, first at step 0/,
    );
  });

  test('climbs to Himmelblau’s maximum from beside it', () => {
    expect(runnerNamed(on(3), 'newton').regime).toBe('stands at a maximum');
  });

  test('has no step where the Hessian has no inverse', () => {
    const params = { ...defaults, f: 'x+y', optimizers: 'newton', x: 1, y: 1 };
    expect(at(run(params).runners, 0)).toMatchObject({
      regime: 'no Newton step',
      stopped: { step: 0, lost: 'singular' },
    });
    expect(describe(params, run(params))).toContain('the Hessian has no inverse there');
  });
});

test('a flat spot of x³ + y² is no minimum, although its Hessian is positive definite beside it', () => {
  // SGD and Newton come towards (0, 0) from x > 0, where f bends upwards: 6x > 0.
  const params = { ...defaults, f: 'x^3+y^2', optimizers: 'sgd,newton', x: 1, y: 1, steps: 300 };
  const { minima, runners } = run({ ...params, sgd: 0.1 });
  expect(minima).toEqual([]);
  expect(runners.map(({ regime }) => regime)).not.toContain('arrives at a minimum');
  expect(runners.map(({ regime }) => regime)).toContain('stands where f is nearly level');
});

group('failures are named', () => {
  test('a rate above 2/25 diverges on the ravine, from its first step', () => {
    const params = { ...on(1, { sgd: 0.1 }), optimizers: 'sgd', steps: 500 };
    expect(at(run(params).runners, 0).regime).toBe('diverges');
    expect(describe(params, run(params))).toContain('step 0 is the first that ends higher');
  });

  test('numbers that leave float64 are named with their step', () => {
    const params = { ...on(2, { sgd: 1 }), optimizers: 'sgd' };
    expect(describe(params, run(params))).toMatch(/SGD (stopped|diverged) at step \d+: /);
  });

  test('a start without a value is no race', () => {
    const params = { ...defaults, f: 'ln(x)+y', x: -1, y: 0 };
    expect(run(params)).toMatchObject({ path: [], best: null });
    expect(describe(params, run(params))).toContain('nothing to descend from');
  });

  test('without an optimizer there is nothing to run', () => {
    const params = { ...defaults, optimizers: '' };
    expect(describe(params, run(params))).toMatch(/^No optimizer is chosen/);
  });

  test('who is none of the nine is refused', () => {
    expect(() => run({ ...defaults, optimizers: 'sgd,lion' })).toThrow('got lion');
  });
});

test('an arrival is the first step after which the distance stays below the tolerance', () => {
  const { runners } = run(defaults);
  for (const { arrival, places } of runners) {
    if (arrival === null) continue;
    const far = places.map((place) => distance(place, { x: 0, y: 0 }) > tolerance);
    expect(far.slice(arrival)).not.toContain(true);
    expect(far[arrival - 1]).toBe(true);
  }
});

test('the minima of a reader’s own formula are found from where the optimizers end', () => {
  // (x² − 1)² + y² has its minima at (±1, 0).
  expect(
    minimaNear('(x^2-1)^2+y^2', [
      { x: 0.9, y: 0.1 },
      { x: -1.1, y: 0 },
      { x: 0.95, y: 0 },
    ]),
  ).toEqual([
    { x: expect.closeTo(1, 9) as number, y: expect.closeTo(0, 9) as number },
    { x: expect.closeTo(-1, 9) as number, y: expect.closeTo(0, 9) as number },
  ]);
  expect(minimaNear('x^2-y^2', [{ x: 0, y: 0 }])).toEqual([]);
});

test('a landscape brings its start, its steps and its rates until a reader moves them', () => {
  expect(follow({ ...defaults, f: at(landscapes, 2).f })).toMatchObject({
    x: -1.2,
    y: 1,
    steps: 500,
  });
});

test('the first table holds the results, with the names of the contract', () => {
  const [table] = tables(defaults, run(defaults));
  expect(table?.columns).toEqual([
    'Optimizer',
    'Final f',
    'Distance',
    'Steps to tolerance',
    'Regime',
    'Rate',
    'Gradients',
  ]);
  expect(table?.rows.map(([name]) => name)).toEqual([
    'SGD',
    'Momentum',
    'RMSprop',
    'Adam',
    'L-BFGS',
  ]);
});
