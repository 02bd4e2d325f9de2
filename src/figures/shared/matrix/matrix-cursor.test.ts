import { expect, test } from 'vitest';
import { entryTowards } from './matrix-cursor.ts';

const middle = { row: 1, column: 1 };

test.each([
  ['ArrowUp', { row: 0, column: 1 }],
  ['ArrowDown', { row: 2, column: 1 }],
  ['ArrowLeft', { row: 1, column: 0 }],
  ['ArrowRight', { row: 1, column: 2 }],
  ['Home', { row: 1, column: 0 }],
  ['End', { row: 1, column: 3 }],
])('%s leads from the middle of a 3 × 4 matrix to the entry that way', (key, entry) => {
  expect(entryTowards(key, middle, 3, 4)).toEqual(entry);
});

test('no arrow leads out of the matrix', () => {
  expect(entryTowards('ArrowUp', { row: 0, column: 0 }, 3, 4)).toEqual({ row: 0, column: 0 });
  expect(entryTowards('ArrowRight', { row: 2, column: 3 }, 3, 4)).toEqual({ row: 2, column: 3 });
});

test('an entry that a smaller matrix no longer has leads back inside', () => {
  expect(entryTowards('ArrowUp', { row: 7, column: 5 }, 2, 3)).toEqual({ row: 1, column: 2 });
});

test('other keys mean nothing', () => {
  expect(entryTowards('a', middle, 3, 4)).toBeNull();
  expect(entryTowards('toString', middle, 3, 4)).toBeNull();
});
