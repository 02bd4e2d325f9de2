import { expect, test } from 'vitest';
import { levels } from './levels.ts';

test('an even field has evenly spaced levels on round numbers', () => {
  const values = Array.from({ length: 101 }, (_, i) => i / 10 - 5);
  expect(levels(values, 10)).toEqual([-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5]);
});

test('a ravine between high walls has levels at growing steps', () => {
  const values = Array.from({ length: 101 }, (_, i) => (i - 50) ** 6);
  const found = levels(values, 10);
  const steps = found.slice(1).map((level, i) => level - (found[i] ?? 0));
  expect(steps.every((step, i) => i === 0 || step > (steps[i - 1] ?? 0))).toBe(true);
  expect(found.filter((level) => level < (values[25] ?? 0)).length).toBeGreaterThanOrEqual(3);
});

test('a flat field and one without numbers have no levels', () => {
  expect(levels([2, 2, 2], 10)).toEqual([]);
  expect(levels([NaN, Infinity], 10)).toEqual([]);
});
