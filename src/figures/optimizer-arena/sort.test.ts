import { expect, test } from 'vitest';
import { sorted, turned } from './sort.ts';

const rows = [
  ['b', 10, null],
  ['a', 9, 1],
  ['c', 10, 2],
] as const;

const firsts = (column: number, descending: boolean) =>
  sorted(rows, { column, descending }).map(([name]) => name);

test('numbers are sorted as numbers, and equal rows stay as they were', () => {
  expect(firsts(1, false)).toEqual(['a', 'b', 'c']);
  expect(firsts(1, true)).toEqual(['b', 'c', 'a']);
});

test('empty cells come last either way', () => {
  expect(firsts(2, false)).toEqual(['a', 'c', 'b']);
  expect(firsts(2, true)).toEqual(['c', 'a', 'b']);
});

test('a column that is asked for again turns round', () => {
  expect(turned({ column: 1, descending: false }, 1)).toEqual({ column: 1, descending: true });
  expect(turned({ column: 1, descending: true }, 1).descending).toBe(false);
  expect(turned({ column: 1, descending: true }, 2)).toEqual({ column: 2, descending: false });
});
