import { expect, test } from 'vitest';
import { isNamedIn, ownPart } from './url-pairs.ts';

test('a figure is named by the hash or by a key of its own', () => {
  expect(isNamedIn('', '#demo', 'demo')).toBe(true);
  expect(isNamedIn('?demo.rate=1', '', 'demo')).toBe(true);
  expect(isNamedIn('?demo-2.rate=1', '#demo-2', 'demo')).toBe(false);
});

test('the part of a figure leaves out what speaks of others', () => {
  expect(ownPart('?demo.rate=1&other.rate=2&demo.f=x%2B1&lang=en', 'demo')).toBe(
    'demo.rate=1&demo.f=x%2B1',
  );
  expect(ownPart('', 'demo')).toBe('');
});
