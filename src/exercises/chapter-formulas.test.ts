import { expect, test } from 'vitest';
import { gradeDerivative } from './grade-derivative.ts';

const xy = { formula: 'x^2*y + x*y^2 + 2', variables: ['x', 'y'] };

test.each([
  ['the slope of the first function', { formula: 'x^2+3x+1' }, '2x+3'],
  ['the slope that descent follows', { formula: '(x-5)^2' }, '2(x-5)'],
  ['∂f/∂x of the two-variable function', xy, '2x*y + y^2'],
  ['∂f/∂y of the two-variable function', { ...xy, by: 'y' }, 'x^2 + 2x*y'],
  ['the slope of x·x·x', { formula: 'x*x*x' }, '3x^2'],
  ['the slope of relu(x) − relu(−x), away from 0', { formula: 'relu(x)-relu(-x)' }, '1'],
  ['the solution of the second exercise', { formula: 'x^3-4x+7' }, '3x^2-4'],
  ['the solution of the third exercise', { formula: '1/x' }, '-1/x^2'],
  ['the slope of a bowl of curvature 3', { formula: '3/2*(x-5)^2' }, '3(x-5)'],
])('chapter 1: %s, derived on paper, is what autograd finds', (_, question, paper) => {
  expect(gradeDerivative(question, paper).kind).toBe('right');
});

test('chapter 1: the vector exercise’s gradient on paper, (−5, 3) at (3, −1)', () => {
  // 2·3·(−1) + (−1)² = −5 and 3² + 2·3·(−1) = 3
  const [x, y] = [3, -1];
  expect([2 * x * y + y ** 2, x ** 2 + 2 * x * y]).toEqual([-5, 3]);
});
