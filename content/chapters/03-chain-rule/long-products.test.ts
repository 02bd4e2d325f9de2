import { expect, test } from 'vitest';
import { longProduct } from './long-products.ts';

test('fifty equal slopes multiply to the fiftieth power', () => {
  expect(longProduct(0.9, 50)).toBeCloseTo(0.9 ** 50, 12);
  expect(longProduct(1.1, 50)).toBeCloseTo(1.1 ** 50, 9);
  expect(longProduct(-3, 1)).toBe(-3);
});
