import { expect, test } from 'vitest';
import * as n from './numbers.ts';

test('softmax of (0, ln 2, 0) is (1, 2, 1)/4, with the Jacobian diag(p) − ppᵀ', () => {
  [0.25, 0.5, 0.25].forEach((share, i) => {
    expect(n.p[i]).toBeCloseTo(share, 12);
  });
  // The middle: ½ · (1 − ½) on the diagonal, −½ · ¼ beside it.
  [-0.125, 0.25, -0.125].forEach((entry, j) => {
    expect(n.jacobian[1]?.[j]).toBeCloseTo(entry, 12);
  });
});

test('a gradient of 4 at a weight of ½ reaches the scores as (1, −½, −½)', () => {
  // p · g = 2, so p ∘ (g − 2)
  const found = n.throughWeights([0.5, 0.25, 0.25], [4, 0, 0]);
  [1, -0.5, -0.5].forEach((entry, i) => {
    expect(found[i]).toBeCloseTo(entry, 12);
  });
});

test('of five equal scores the target’s gradient is 1/5 − 1', () => {
  expect(n.atTarget(5)).toBeCloseTo(-0.8, 12);
});

test('the weights of "saw" add up to 1, its score gradients to 0', () => {
  const sum = (list: readonly number[]) => list.reduce((total, value) => total + value, 0);
  expect(sum(n.weights)).toBeCloseTo(1, 12);
  expect(sum(n.scoreGradients)).toBeCloseTo(0, 12);
  expect(n.weights[3]).toBe(0);
});

test('"the" stands twice, and its gradient is the sum of both', () => {
  expect(n.theFirst + n.theLast).toBeCloseTo(n.theBoth, 12);
});

test('both ends of the temperature leave the queries less gradient', () => {
  expect(n.cold.norms.dQ).toBeLessThan(n.start.norms.dQ);
  expect(n.hot.norms.dQ).toBeLessThan(n.start.norms.dQ / 20);
});

test('behind a saturated softmax dR and dV are left, dQ and dK are not', () => {
  const largest = (part: 'dR' | 'dQ' | 'dK' | 'dV') =>
    Math.max(...n.cold.matrices[part].flat().map((entry) => Math.abs(entry ?? NaN)));
  expect(largest('dR')).toBeGreaterThan(0.1);
  expect(largest('dV')).toBeGreaterThan(0.1);
  expect(largest('dQ')).toBeLessThan(1e-8);
  expect(largest('dK')).toBeLessThan(1e-8);
});

test('what the prose prints of "saw" and "the" adds up as printed', () => {
  const printed = (value: number, digits?: number) =>
    Number(n.shown(value, digits).replaceAll('−', '-'));
  const scores = n.scoreGradients.map((value) => printed(value));
  expect(scores.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 10);
  expect(printed(n.theFirst, 3) + printed(n.theLast, 3)).toBeCloseTo(printed(n.theBoth, 2), 10);
});

test('8192 tokens make 67 million weights, 134 megabytes at two bytes each', () => {
  expect(n.entries(8192)).toBe(2 ** 26);
  expect(n.megabytes(8192)).toBeCloseTo(134.2, 1);
});
