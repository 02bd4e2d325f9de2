import { expect, test } from 'vitest';
import { histogramOf } from './histogram.ts';

test('each value is counted once, the ends included', () => {
  const { shares } = histogramOf([-1, -1, 0.01, 1], { min: -1, max: 1 });
  expect(shares[0]).toBe(0.5);
  expect(shares[12]).toBe(0.25);
  expect(shares.at(-1)).toBe(0.25);
});

test('values that are all 0 have a range, and one bar', () => {
  const { range, shares } = histogramOf([0, 0, 0]);
  expect(range.max).toBeGreaterThan(range.min);
  expect(shares.filter((share) => share > 0)).toHaveLength(1);
});

test('values far below 1 have a range of their size', () => {
  const { range } = histogramOf([-2e-20, 1e-20]);
  expect(range.max).toBeLessThan(1e-19);
});
