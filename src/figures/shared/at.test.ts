import { expect, test } from 'vitest';
import { at } from './at.ts';

test('at(items, index) returns the item, counted from the end if the index is negative', () => {
  expect(at(['a', 'b', 'c'], 0)).toBe('a');
  expect(at(['a', 'b', 'c'], -1)).toBe('c');
  expect(at([undefined], 0)).toBeUndefined();
});

test('at(items, index) throws where there is no item, and says how many there are', () => {
  expect(() => at([1, 2, 3], 3)).toThrow('at: no item 3 among 3');
  expect(() => at([], -1)).toThrow('at: no item -1 among 0');
});
