import { expect, test } from 'vitest';
import { fit } from './bounds.ts';

const rate = { label: 'Learning rate', min: 0.01, max: 1.1, step: 0.01 };
const steps = { label: 'Steps', min: 1, max: 100, step: 1 };

test('a number inside the bounds is kept, between the marks of the slider too', () => {
  expect(fit(0.123, rate)).toEqual({ value: 0.123 });
});

test('a number outside is moved to the nearest bound, which is named', () => {
  expect(fit(5, rate)).toEqual({ value: 1.1, problem: 'the largest is 1.1' });
  expect(fit(-5, rate)).toEqual({ value: 0.01, problem: 'the smallest is 0.01' });
});

test('a count is rounded to a whole number', () => {
  expect(fit(2.6, steps)).toEqual({ value: 3, problem: 'it must be a whole number' });
  expect(fit(7, steps)).toEqual({ value: 7 });
});
