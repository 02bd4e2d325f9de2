import { expect, test } from 'vitest';
import { draw, filled, inWords, own } from './variants.ts';

const lists = { a: [1, 2, 3], b: [-1, 4] };

test('as many seeds as there are other combinations give each of them once', () => {
  const drawn = [1, 2, 3, 4, 5].map((seed) => JSON.stringify(draw(lists, seed)));
  expect(new Set(drawn).size).toBe(5);
  expect(drawn).not.toContain(JSON.stringify(own(lists)));
  expect(draw(lists, 6)).toEqual(draw(lists, 1));
});

test('numbers stand in a formula so that it can be read, and in words as one writes them', () => {
  expect(filled('{a} - {b}', own(lists))).toBe('1 - (-1)');
  expect(inWords('from {b} to {a}', own(lists))).toBe('from −1 to 1');
});

test('a number that has no list is an author’s error', () => {
  expect(() => filled('{c}', own(lists))).toThrow('no list of numbers is called "c"');
});
