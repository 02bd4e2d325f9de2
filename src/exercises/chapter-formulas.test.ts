import { expect, test } from 'vitest';
import { gradient, parse } from '@calculus/expression';
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

const ofY = { formula: 'x^3*y^2 - 4x*y + y', by: 'y', variables: ['x', 'y'] };
const cut = { formula: 'x^2*y + x*y^2', variables: ['x', 'y'] };

test.each([
  ['the solution of the first exercise', ofY, '2x^3*y - 4x + 1'],
  ['∂f/∂x of the surface that is cut', cut, '2x*y + y^2'],
  ['its mixed derivative, by x then by y', { ...ofY, formula: '2x*y + y^2' }, '2x + 2y'],
  ['its mixed derivative, by y then by x', { ...cut, formula: 'x^2 + 2x*y' }, '2x + 2y'],
  ['the cut along x with y at 2', { formula: '2x^2 + 4x' }, '4x + 4'],
  ['∂/∂x of xy/(x² + y²)', { ...cut, formula: 'x*y/(x^2+y^2)' }, 'y*(y^2-x^2)/(x^2+y^2)^2'],
])('chapter 2: %s, derived on paper, is what autograd finds', (_, question, paper) => {
  expect(gradeDerivative(question, paper).kind).toBe('right');
});

test('chapter 1: the vector exercise’s gradient on paper, (−5, 3) at (3, −1)', () => {
  // 2·3·(−1) + (−1)² = −5 and 3² + 2·3·(−1) = 3
  const [x, y] = [3, -1];
  expect([2 * x * y + y ** 2, x ** 2 + 2 * x * y]).toEqual([-5, 3]);
});

test('chapter 3: the slope through a root on paper is what autograd finds', () => {
  expect(gradeDerivative({ formula: 'sqrt(1+x^2)' }, 'x/sqrt(1+x^2)').kind).toBe('right');
});

test('chapter 3: the slopes by the two weights at (1.5, −1), by hand', () => {
  // ŷ = −1·3 = −3 and 2(ŷ − 1) = −8; then the factors w₂·1·2 = −2, and h = 3.
  const loss = parse('(y*relu(2x)-1)^2', { variables: ['x', 'y'] });
  expect(gradient(loss, { x: 1.5, y: -1 })).toEqual({ x: 16, y: -24 });
});
