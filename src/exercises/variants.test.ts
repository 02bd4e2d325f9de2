import { expect, test } from 'vitest';
import { draw, filled, inWords, own } from './variants.ts';

const variants = {
  numbers: { a: [1, 2, 3], b: [-1, 4] },
  values: { sum: '{a} + {b}', twice: '2*{sum}' },
};

test('as many seeds as there are other combinations give each of them once', () => {
  const drawn = [1, 2, 3, 4, 5].map((seed) => JSON.stringify(draw(variants, seed)));
  expect(new Set(drawn).size).toBe(5);
  expect(drawn).not.toContain(JSON.stringify(own(variants)));
  expect(draw(variants, 6)).toEqual(draw(variants, 1));
});

test('values are computed of the numbers and of the values before them', () => {
  expect(own({ ...variants, numbers: { a: [3, 1], b: [-1, 4] } })).toMatchObject({
    sum: 2,
    twice: 4,
  });
});

test('numbers stand in a formula so that it can be read, and in words as one writes them', () => {
  expect(filled('{a} - {b}', own(variants))).toBe('1 - (-1)');
  expect(inWords('from {b} to {a}, which is {a} − {b}', own(variants))).toBe(
    'from −1 to 1, which is 1 − (−1)',
  );
});

test('a number that has no list is an author’s error', () => {
  expect(() => filled('{c}', own(variants))).toThrow('no list of numbers is called "c"');
});
