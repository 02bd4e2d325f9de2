import { expect, test, vi } from 'vitest';
import type { Work } from './contract.ts';
import { lastOf, lastWorkOf } from './last-of.ts';
import { exhaust } from './work.ts';

test('the same key is answered without computing again', () => {
  const compute = vi.fn((x: number) => ({ square: x * x }));
  const square = lastOf(String, compute);
  expect(square(3)).toEqual({ square: 9 });
  expect(square(3)).toBe(square(3));
  expect(compute).toHaveBeenCalledTimes(1);
});

test('another key is computed, and only the last is remembered', () => {
  const compute = vi.fn((x: number) => x * x);
  const square = lastOf(String, compute);
  expect([square(3), square(4), square(3)]).toEqual([9, 16, 9]);
  expect(compute).toHaveBeenCalledTimes(3);
});

test('a computation that throws is not remembered', () => {
  const root = lastOf(String, (x: number) => {
    if (x < 0) throw new RangeError('negative');
    return Math.sqrt(x);
  });
  expect(() => root(-1)).toThrow('negative');
  expect(() => root(-1)).toThrow('negative');
});

test('work is remembered once it is done, and not before', () => {
  const compute = vi.fn(function* (x: number): Work<{ square: number }> {
    yield 0.5;
    return { square: x * x };
  });
  const square = lastWorkOf(String, compute);
  square(3).next();
  expect(exhaust(square(3))).toEqual({ square: 9 });
  expect(square(3).next()).toEqual({ done: true, value: exhaust(square(3)) });
  expect(compute).toHaveBeenCalledTimes(2);
});
