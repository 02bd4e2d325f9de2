import { expect, test } from 'vitest';
import { at } from './at.ts';

test('an entry is read from either end', () => {
  expect(at([4, 5, 6], 0)).toBe(4);
  expect(at([4, 5, 6], -1)).toBe(6);
});

test('an entry that is null is there', () => {
  expect(at([null], 0)).toBeNull();
});

test('a missing entry is an error that names the index and the length', () => {
  expect(() => at([4, 5, 6], 3)).toThrow('at: no entry 3 in a list of 3');
});
