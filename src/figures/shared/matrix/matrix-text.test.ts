import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entryText } from './matrix-text.ts';

test.each([
  [1.541, '1.54'],
  [-0.8566746, '-0.857'],
  [-0.00653, '-0.007'],
  [0.0325, '0.0325'],
  [0.00012, '1e-4'],
  [-123456, '-1e5'],
  [4, '4'],
  [null, 'not defined'],
])('%s is written %s', (value, text) => {
  expect(entryText(value)).toBe(text);
});

test('no number takes more than seven characters, and none that is not 0 is written as 0', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const text = entryText(value);
      expect(text.length).toBeLessThanOrEqual(7);
      expect(Number(text) === 0).toBe(value === 0);
    }),
  );
});
