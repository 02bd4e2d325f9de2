import { expect, test } from 'vitest';
import { mergeSheets } from './merge-sheets.ts';

test('a rule that two sheets share is kept once, where it came last', () => {
  expect(mergeSheets(['a{x:1}b{x:2}', 'c{x:3}a{x:1}'])).toBe('b{x:2}c{x:3}a{x:1}');
});

test('a rule inside a condition is not the rule outside of it', () => {
  expect(mergeSheets(['@media print{a{x:1}}', 'a{x:1}'])).toBe('@media print{a{x:1}}a{x:1}');
});

test('braces and semicolons in strings and comments end nothing', () => {
  const rule = `a::after{content:"};{"}`;
  expect(mergeSheets([`/* } */${rule}`, '@import "a;b";'])).toBe(`${rule}@import "a;b";`);
});

test('a sheet that is cut off is refused', () => {
  expect(() => mergeSheets(['a{x:1}b{'])).toThrow('does not end');
});
