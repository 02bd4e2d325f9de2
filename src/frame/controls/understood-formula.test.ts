import { expect, test } from 'vitest';
import { understood } from './understood-formula.ts';

test('a formula is typeset with the fractions and products that it was read with', () => {
  // 1/2x is half of x, not one over 2x.
  expect(understood('1/2x', ['x'])).toBe(
    '<math displaystyle="true"><mrow><mfrac><mn>1</mn><mn>2</mn></mfrac><mo>\u2062</mo><mi>x</mi></mrow></math>',
  );
});

test('a pair is typeset with a comma between', () => {
  expect(understood('(x, y)', ['x', 'y'], true)).toBe(
    '<math displaystyle="true"><mi>x</mi></math>, <math displaystyle="true"><mi>y</mi></math>',
  );
});

test('what cannot be read is not typeset', () => {
  expect(understood('x +', ['x'])).toBeNull();
  expect(understood('<img src=x onerror=alert(1)>', ['x'])).toBeNull();
});
