import { expect, test } from 'vitest';
import { golden } from '../shared/golden.test.helper.ts';
import { defaults, describe as say, run, tables } from './index.ts';

interface Case {
  id: string;
  kind: 'parameter_update';
  dtype: string;
  inputs: { params: Record<'weight_1' | 'weight_2' | 'bias', number>; lr: number };
  expected: {
    loss: number;
    rows: { name: string; current: number; gradient: number; new: number }[];
  };
}

for (const { id, inputs, expected } of golden<Case>('parameter_update'))
  test(`${id} is PyTorch's table, bit for bit`, () => {
    const { weight_1: w1, weight_2: w2, bias: b } = inputs.params;
    const result = run({ rate: inputs.lr, w1, w2, b });
    expect(result.lossBefore).toBe(expected.loss);
    const rows = result.updates.map(({ name, current, gradient, next }) => ({
      name,
      current,
      gradient,
      next,
    }));
    expect(rows).toEqual(expected.rows.map(({ new: next, ...row }) => ({ ...row, next })));
  });

test('a step multiplies each parameter by 1 − 2η, so the loss by its square', () => {
  // ∂(w²)/∂w = 2w, so w − η·2w = (1 − 2η)w; with η = 0.1 that is 0.8w, and 0.64 of the loss.
  const { lossBefore, lossAfter, factor } = run(defaults);
  expect(factor).toBeCloseTo(0.8, 12);
  expect(lossAfter / lossBefore).toBeCloseTo(0.64, 6);
});

test('words say whether the loss falls, stays or rises', () => {
  const words = (rate: number) => say({ ...defaults, rate }, run({ ...defaults, rate }));
  expect(words(0.1)).toMatch(/falls/);
  expect(words(1)).toMatch(/stays/);
  expect(words(1.2)).toMatch(/rises/);
});

test('three zeros have nothing to learn, and it says so', () => {
  const zeros = { rate: 0.1, w1: 0, w2: 0, b: 0 };
  expect(say(zeros, run(zeros))).toMatch(/zero already/);
});

test('a parameter that is no number is refused by name', () => {
  expect(() => run({ ...defaults, w2: NaN })).toThrow(
    'parameter-update: w2 must be finite, got NaN',
  );
});

test('the table has the notebook’s columns', () => {
  expect(tables(defaults, run(defaults))[0]?.columns).toEqual([
    'Parameter',
    'Current',
    'Gradient',
    'New value',
  ]);
});

test('for every rate the drawn loss is (1 − 2η)² times the loss before', () => {
  const { byRate, lossBefore, lossAfter } = run(defaults);
  // η = 0 leaves the loss as it is; the sixth of 61 rates from 0 to 1.2 is the default, 0.1.
  expect(byRate[0]).toEqual({ x: 0, y: lossBefore });
  expect(byRate[5]?.x).toBeCloseTo(0.1, 12);
  expect(byRate[5]?.y).toBeCloseTo(lossAfter, 6);
});

test('the window holds every parameter before and after the update', () => {
  const { window, updates } = run({ ...defaults, rate: 1.2 });
  for (const place of updates.flatMap(({ current, next }) => [current, next])) {
    expect(place).toBeGreaterThanOrEqual(window.x.min);
    expect(place).toBeLessThanOrEqual(window.x.max);
  }
});
