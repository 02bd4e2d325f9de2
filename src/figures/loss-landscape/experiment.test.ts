import { readFileSync } from 'node:fs';
import { mseLoss, noGrad, tensor } from '@calculus/autograd';
import { describe as group, expect, test } from 'vitest';
import { at } from '../shared/at.ts';
import { exhaust } from '../shared/work.ts';
import { filterNormalised, projected } from './directions.ts';
import { defaults, describe, run, tables, work } from './index.ts';
import { firstParameters, layersOf, outputs, problemOf, sizes } from './network.ts';
import { countNegative, eigenvaluesOf, sharpnessOf } from './sharpness.ts';
import { sliceOf } from './slice.ts';

interface Case {
  id: string;
  inputs: {
    sizes: number[];
    X: number[][];
    Y: number[][];
    theta: number[];
    d1: number[];
    d2: number[];
    axis: number[];
  };
  expected: { Z: number[][] };
}

const { cases } = JSON.parse(
  readFileSync(
    new URL('../../../packages/autograd/golden/backprop_golden.json', import.meta.url),
    'utf8',
  ),
) as { cases: Case[] };

test('a slice of a network with tanh is PyTorch’s slice', () => {
  const { inputs, expected } = at(
    cases.filter(({ id }) => id === 'landscape.xor.tanh'),
    0,
  );
  const [x, y] = [inputs.X, inputs.Y].map((rows) => tensor(rows, { dtype: 'float64' }));
  if (!x || !y) throw new Error('no data');
  const loss = (theta: Parameters<typeof outputs>[0]) =>
    mseLoss(outputs(theta, x, inputs.sizes), y);
  const range = { min: at(inputs.axis, 0), max: at(inputs.axis, -1) };
  const count = inputs.axis.length;
  const field = exhaust(sliceOf({ loss }, inputs.theta, [inputs.d1, inputs.d2], range, count));
  // The stored axis is rounded to ten digits.
  for (const [index, wanted] of expected.Z.flat().entries())
    expect(Math.abs((at(field.values, index) ?? NaN) - wanted)).toBeLessThan(1e-8);
});

test('the network has 16 + 8 + 8 + 1 parameters', () => {
  expect(layersOf(sizes).count).toBe(33);
  // ±1/√2 into the hidden units, ±1/√8 out of them.
  const theta = firstParameters(4);
  expect(Math.max(...theta.slice(0, 24).map(Math.abs))).toBeLessThanOrEqual(Math.SQRT1_2);
  expect(Math.max(...theta.slice(24).map(Math.abs))).toBeLessThanOrEqual(1 / Math.sqrt(8));
});

group('directions', () => {
  test('filter normalisation gives each unit’s weights their own length and leaves biases alone', () => {
    const theta = firstParameters(1);
    const drawn = firstParameters(2);
    const direction = filterNormalised(drawn, theta);
    for (let unit = 0; unit < 8; unit++) {
      const own = Math.hypot(...theta.slice(2 * unit, 2 * unit + 2));
      expect(Math.hypot(...direction.slice(2 * unit, 2 * unit + 2))).toBeCloseTo(own, 12);
    }
    expect(Math.hypot(...direction.slice(24, 32))).toBeCloseTo(
      Math.hypot(...theta.slice(24, 32)),
      12,
    );
    expect([...direction.slice(16, 24), ...direction.slice(32)]).toEqual(
      Array.from({ length: 9 }, () => 0),
    );
  });

  test('a shift is seen at its nearest combination, right angles or not', () => {
    // (3, 4, 5) = 1·(1, 0, 0)·… : with d₁ = (1, 0, 0) and d₂ = (1, 1, 0) it is −1·d₁ + 4·d₂, and 5 off the plane.
    const { x, y, off } = projected(
      [3, 4, 5],
      [
        [1, 0, 0],
        [1, 1, 0],
      ],
    );
    expect([x, y, off]).toEqual([-1, 4, 5]);
  });

  test('principal directions see more of the path than random ones, and training ends at the centre', () => {
    const principal = run(defaults);
    const random = run({ ...defaults, direction: 'random' });
    expect(principal.shown).toBeGreaterThan(0.9);
    expect(random.shown).toBeLessThan(0.5);
    expect(random.centreLoss).toBe(principal.centreLoss);
    expect(at(principal.path, -1)).toMatchObject({ step: 200, x: 0, y: 0, off: 0 });
  });
});

group('curvature', () => {
  const { loss, accuracy } = problemOf('moons', 0);
  const theta = firstParameters(0);

  test('power iteration finds the eigenvalue of largest size', () => {
    const eigenvalues = eigenvaluesOf({ loss, accuracy }, theta);
    const largest = eigenvalues.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a), 0);
    expect(exhaust(sharpnessOf({ loss, accuracy }, theta, 0))).toBeCloseTo(largest, 6);
  });

  test('only what is clearly below zero counts as negative', () => {
    expect(countNegative([-1, -1e-9, 0, 2])).toBe(1);
  });
});

test('training lowers the loss, and the middle of the field is where it ended', () => {
  const { first, path, centreLoss, field, accuracy } = run(defaults);
  expect(first.loss).toBeGreaterThan(0.6);
  expect(at(path, -1).loss).toBe(centreLoss);
  expect(centreLoss).toBeLessThan(0.1);
  expect(accuracy).toBeGreaterThan(0.9);
  expect(at(field.values, (field.values.length - 1) / 2)).toBeCloseTo(centreLoss, 12);
});

test('the work says how far it is, never backwards, and often enough to be called off', () => {
  const shares: number[] = [];
  const going = work(defaults);
  for (let turn = going.next(); turn.done !== true; turn = going.next()) shares.push(turn.value);
  expect(shares.toSorted((a, b) => a - b)).toEqual(shares);
  expect(at(shares, -1)).toBeLessThan(1);
  expect(shares.length).toBeGreaterThan(100);
});

test('words and tables tell curvature and how much the plane shows', () => {
  const result = run(defaults);
  expect(describe(defaults, result)).toMatch(
    /of the 33 eigenvalues .* of the path’s squared distance/,
  );
  expect(tables(defaults, result).map(({ rows }) => rows.length)).toEqual([41, 33, 121]);
});

test('an unknown direction is refused', () => {
  expect(() => run({ ...defaults, direction: 'up' })).toThrow('got up');
});

test('the field’s gradient-free sampling leaves nothing recorded', () => {
  const theta = tensor(firstParameters(0), { dtype: 'float64' });
  expect(noGrad(() => problemOf('xor', 1).loss(theta)).requiresGrad).toBe(false);
});
