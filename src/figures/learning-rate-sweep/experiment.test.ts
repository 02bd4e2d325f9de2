import { readFileSync } from 'node:fs';
import { describe as group, expect, test } from 'vitest';
import { optim, tensor } from '@calculus/autograd';
import { parse } from '@calculus/expression';
import { at } from '../shared/at.ts';
import { type Params, defaults, describe, follow, run } from './index.ts';
import { rates } from './sweep.ts';
import { scheduleOf } from './schedules.ts';
import { descend } from './trajectory.ts';

const with_ = (change: Partial<Params>): Params => ({ ...defaults, ...change });
const course = {
  expression: parse('x^2+y^2', { variables: ['x', 'y'] }),
  start: { x: 1, y: 0 },
  steps: 30,
};

group('the edge of stability', () => {
  test.each([
    // λ = 10, 2 and 100 along the sharpest axis
    ['(x^2+10y^2)/2', 0.2],
    ['x^2+y^2', 1],
    ['(x^2+100y^2)/2', 0.02],
  ])('of %s is measured at 2/λ = %f', (f, limit) => {
    const { edge, predicted, predictedAtStart } = run(with_({ f }));
    expect(predicted?.limit).toBeCloseTo(limit, 12);
    expect(predictedAtStart?.limit).toBeCloseTo(limit, 12);
    // A hundred steps let the sharp axis grow a little before the loss is back at its first value.
    expect(Math.abs((edge.stable ?? 0) / limit - 1)).toBeLessThan(0.003);
    expect((edge.unstable ?? 0) / (edge.stable ?? 0)).toBeLessThan(1.001);
  });

  test('comes closer to 2/λ with more steps', () => {
    const [few, many] = [20, 200].map((steps) => run(with_({ steps })).edge.stable ?? NaN);
    expect(few).toBeGreaterThan(many ?? NaN);
    expect(many).toBeGreaterThan(0.2 * 0.999);
  });

  test('lies higher under a schedule that ends with small steps: what grew first still shrinks', () => {
    expect(run(with_({ schedule: 'cosine' })).edge.stable).toBeGreaterThan(0.3);
  });

  test('differs between the sharp minimum that is reached and the flat one', () => {
    const wells = with_({ f: 'x^2/8+1.5-1.5exp(-8(x-2)^2)', x: 2.3, y: 0 });
    // f″ = 1/4 + 24(1 − 16(x − 2)²) exp(−8(x − 2)²), at the minimum x = 1.9793
    expect(run(wells).predicted?.lambda).toBeCloseTo(24.004, 3);
  });
});

test('the rates are sixty, each as many times the one before, from 0.0001 to 10', () => {
  expect(rates).toHaveLength(60);
  expect(rates[0]).toBe(1e-4);
  expect(rates.at(-1)).toBe(10);
  expect(at(rates, 31) / at(rates, 30)).toBeCloseTo(at(rates, 5) / at(rates, 4), 9);
});

interface Case {
  id: string;
  expected: Record<string, number[]>;
}

test('each step multiplies the error by 1 − ηλ with the rate that its schedule gives', () => {
  // On x² the slope is 2x, so the loss after each step is the square of the product of 1 − 2ηₜ.
  for (const schedule of ['constant', 'step', 'cosine', 'one-cycle', 'warm-up'] as const) {
    const { losses, rates: taken } = descend({ ...course, schedule }, 0.3);
    let x = 1;
    for (const [step, rate] of taken.entries()) {
      x *= 1 - 2 * rate;
      expect(losses[step + 1]).toBeCloseTo(x * x, 12);
    }
  }
});

test('the cosine, one-cycle and exponential schedules are PyTorch’s', () => {
  const file = new URL('../../../packages/autograd/golden/optim_golden.json', import.meta.url);
  const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: Case[] };
  const golden = (id: string): number[] =>
    at(Object.values(cases.find((one) => one.id === id)?.expected ?? {}), 0);
  const rates_ = (schedule: 'cosine' | 'one-cycle', rate: number): number[] =>
    descend({ ...course, schedule }, rate).rates;
  for (const [id, found] of [
    ['cosine_annealing_lr', rates_('cosine', 0.1)],
    ['one_cycle_lr', rates_('one-cycle', 0.5)],
  ] as const)
    for (const [step, rate] of found.entries()) expect(rate).toBeCloseTo(at(golden(id), step), 12);
});

test('what a schedule is called in Python has the numbers it is made with', () => {
  expect(scheduleOf('step').python(100)).toBe('StepLR(optimizer, step_size=33, gamma=0.1)');
  const x = tensor(1, { requiresGrad: true });
  const optimizer = new optim.SGD([x], { lr: 1 });
  const scheduler = scheduleOf('exponential').make?.(optimizer, 1, 10);
  for (let step = 0; step < 10; step++) scheduler?.step();
  expect(optimizer.paramGroups[0]?.lr).toBeCloseTo(0.01, 12);
});

test('each landscape brings its start, an own formula that of the bowl', () => {
  expect(follow(with_({ f: '(1-x)^2+100(y-x^2)^2' }))).toEqual({ x: -1.2, y: 1 });
  expect(follow(with_({ f: 'x^4' }))).toEqual({ x: 2, y: 1 });
});

test('a run that leaves the numbers is a gap in the curve, and told with its step', () => {
  const params = with_({ rate: 10, steps: 200 });
  const { outcomes, curve, chosen } = run(params);
  expect(outcomes.at(-1)?.loss).toBeNull();
  expect(curve.at(-1)?.y).toBeNull();
  // Each step multiplies y by 1 − 10 · 10 = −99: 10 y² passes 1.8e308 at step 77.
  expect(chosen.lostAt).toBe(Math.ceil(Math.log(Number.MAX_VALUE / 10) / (2 * Math.log(99))));
  expect(describe(params, run(params))).toContain('leaves the range of float64 at step 77');
});

test('an unknown schedule is refused by name', () => {
  expect(() => run(with_({ schedule: 'sudden' }))).toThrow(
    'learning-rate-sweep: schedule must be one of constant, step, exponential, cosine, one-cycle, warm-up, got sudden',
  );
});
