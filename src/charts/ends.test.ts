import { expect, test } from 'vitest';
import { ends } from './ends.ts';

const room = { wanted: 5, most: 10 };
const axis = (min: number, max: number, more = {}) => ({ label: 'x', min, max, ...more });

test('an axis that would end at 45 beside a tick at 40 ends at 50', () => {
  expect(ends(axis(0, 45), { wanted: 4, most: 7 }, false)).toEqual({ min: 0, max: 50, step: 10 });
});

test('the ends of an axis are whole steps and hold what was asked for', () => {
  for (const [min, max] of [
    [-2, 11.5],
    [-0.37, 0.004],
    [1e-9, 3e-9],
    [1e6, 1e6 + 3],
    [-5, 5],
  ] as const) {
    const found = ends(axis(min, max), room, false);
    expect(found.min).toBeLessThanOrEqual(min);
    expect(found.max).toBeGreaterThanOrEqual(max);
    const intervals = (found.max - found.min) / (found.step ?? NaN);
    expect(intervals).toBeCloseTo(Math.round(intervals), 9);
    expect(intervals).toBeLessThanOrEqual(10);
  }
});

test('an integer axis has whole steps, even where it is short', () => {
  expect(ends(axis(0, 1, { integer: true }), room, false)).toEqual({ min: 0, max: 1, step: 1 });
  expect(ends(axis(0, 3, { integer: true }), room, false)).toEqual({ min: 0, max: 3, step: 1 });
});

test('an exact axis keeps its ends', () => {
  expect(ends(axis(-2.2, 2.2), room, true)).toEqual({ min: -2.2, max: 2.2, step: 1 });
});

test('a step that fits an exact axis but not zero is left to Chart.js, which would begin at the end', () => {
  // From −2.9 to 7.1 are five steps of two, none of which is an even number.
  expect(ends(axis(-2.9, 7.1), room, true)).toEqual({ min: -2.9, max: 7.1 });
});

test('an axis without length or without numbers still gets one', () => {
  expect(ends(axis(4, 4), room, false)).toMatchObject({ min: 2, max: 6 });
  expect(ends(axis(NaN, 1), room, false)).toMatchObject({ min: 0, max: 1 });
});

test('a log axis runs over whole decades', () => {
  expect(ends(axis(0.0003, 36, { scale: 'log' }), room, false)).toEqual({
    min: 0.0001,
    max: 100,
    step: 1,
  });
});

test('a long log axis skips decades and still ends on a step', () => {
  // Sixteen decades in at most six steps: steps of three, down to 10⁻¹⁸.
  const found = ends(axis(1e-16, 1, { scale: 'log' }), { wanted: 5, most: 6 }, false);
  expect(found).toEqual({ min: 1e-18, max: 1, step: 3 });
});

test('a log axis whose lower end is not positive reaches six decades down', () => {
  const found = ends(axis(0, 100, { scale: 'log' }), room, false);
  expect(found).toMatchObject({ min: 1e-4, max: 100 });
});

test('an angle is read in quarter turns, and a full turn ends at 360', () => {
  const turn = axis(0, 350, { degrees: true });
  expect(ends(turn, room, false)).toEqual({ min: 0, max: 360, step: 90 });
});
