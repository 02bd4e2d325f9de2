import { expect, test } from 'vitest';
import { ticks } from './ticks.ts';

const room = { wanted: 5, most: 10, exact: false };
const axis = (min: number, max: number, more = {}) => ({ label: 'x', min, max, ...more });

test('an axis that would end at 45 beside a tick at 40 ends at 50', () => {
  expect(ticks(axis(0, 45), { ...room, wanted: 4, most: 7 })).toEqual({
    min: 0,
    max: 50,
    values: [0, 10, 20, 30, 40, 50],
  });
});

test('the ends of an axis are its first and last tick and hold what was asked for', () => {
  for (const [min, max] of [
    [-2, 11.5],
    [-0.37, 0.004],
    [1e-9, 3e-9],
    [1e6, 1e6 + 3],
    [-5, 5],
  ] as const) {
    const made = ticks(axis(min, max), room);
    expect(made.values[0]).toBe(made.min);
    expect(made.values.at(-1)).toBe(made.max);
    expect(made.min).toBeLessThanOrEqual(min);
    expect(made.max).toBeGreaterThanOrEqual(max);
    expect(made.values.length).toBeLessThanOrEqual(11);
  }
});

test('a step of a tenth leaves no dust of binary fractions', () => {
  expect(ticks(axis(0, 0.5), room).values).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5]);
});

test('an integer axis has ticks at whole numbers only, even where it is short', () => {
  expect(ticks(axis(0, 1, { integer: true }), room).values).toEqual([0, 1]);
  expect(ticks(axis(0, 3, { integer: true }), room).values).toEqual([0, 1, 2, 3]);
});

test('an exact axis keeps its ends and has ticks inside', () => {
  const made = ticks(axis(-2.2, 2.2), { ...room, exact: true });
  expect([made.min, made.max]).toEqual([-2.2, 2.2]);
  expect(made.values).toEqual([-2, -1, 0, 1, 2]);
});

test('an axis without length or without numbers still gets one', () => {
  expect(ticks(axis(4, 4), room)).toMatchObject({ min: 2, max: 6 });
  expect(ticks(axis(NaN, 1), room)).toMatchObject({ min: 0, max: 1 });
});

test('a log axis runs over whole decades', () => {
  const made = ticks(axis(0.0003, 36, { scale: 'log' }), room);
  expect(made.values).toEqual([0.0001, 0.001, 0.01, 0.1, 1, 10, 100]);
});

test('a long log axis skips decades and still ends on ticks', () => {
  const made = ticks(axis(1e-16, 1, { scale: 'log' }), { ...room, most: 6 });
  expect(made.values).toEqual([1e-18, 1e-15, 1e-12, 1e-9, 1e-6, 1e-3, 1]);
});

test('a log axis inside one decade shows 1, 2, 5 and 10', () => {
  expect(ticks(axis(2, 8, { scale: 'log' }), room).values).toEqual([1, 2, 5, 10]);
});

test('a log axis whose lower end is not positive reaches six decades down', () => {
  expect(ticks(axis(0, 100, { scale: 'log' }), room)).toMatchObject({ min: 1e-4, max: 100 });
});

test('an angle is read in quarter turns, and a full turn ends at 360', () => {
  const turn = { label: 'Direction', min: 0, max: 360, degrees: true };
  expect(ticks(turn, { wanted: 5, most: 8, exact: false })).toMatchObject({
    min: 0,
    max: 360,
    values: [0, 90, 180, 270, 360],
  });
});
