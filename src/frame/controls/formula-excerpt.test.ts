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

test('a character of two halves is shown whole or not at all', () => {
  expect(excerpt('x + 🙂', 4)).toEqual({ before: 'x + ', at: '🙂', after: '' });
  const { before, at, after } = excerpt(`${'🙂'.repeat(20)}x${'🙂'.repeat(20)}`, 40);
  expect(at).toBe('x');
  expect((before + after).replaceAll('🙂', '')).toBe('……');
  // Seven smileys fill 14 places; from an odd place on the one that would be halved is left out.
  expect(excerpt(`x${'🙂'.repeat(20)}`, 0).after).toBe(`${'🙂'.repeat(7)}…`);
  expect(excerpt(`${'🙂'.repeat(20)}yx`, 41).before).toBe(`…${'🙂'.repeat(6)}y`);
});
