import { expect, test } from 'vitest';
import { excerpt } from './formula-excerpt.ts';

test('the character at the position is set apart', () => {
  expect(excerpt('x^^2', 2)).toEqual({ before: 'x^', at: '^', after: '2' });
});

test('the end of a formula is a place too', () => {
  expect(excerpt('sin(x', 5)).toEqual({ before: 'sin(x', at: ' ', after: '' });
});

test('of a long formula only the neighbourhood is shown', () => {
  const { before, at, after } = excerpt('('.repeat(300), 150);
  expect(before.length + at.length + after.length).toBeLessThan(40);
  expect(before.startsWith('…') && after.endsWith('…')).toBe(true);
});
