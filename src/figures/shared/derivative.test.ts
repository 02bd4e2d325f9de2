import { parse } from '@calculus/expression';
import { expect, test } from 'vitest';
import { derivativeAlong, derivativeShown } from './derivative.ts';
import { slopeAt } from './slope-at.ts';

const shownAt = (typed: string, x: number) => {
  const expression = parse(typed, { variables: ['x'] });
  const { value, slope } = slopeAt(expression, x);
  const derivative = derivativeAlong(expression, { x }, { x: 1 }, slope);
  return derivativeShown(derivative, Number.isFinite(value));
};

test.each([
  ['abs(x)', 0, 'none (PyTorch: 0)'],
  ['relu(x)', 0, 'none (PyTorch: 0)'],
  ['max(x, 0)', 0, 'none (PyTorch: 0.5)'],
  ['min(2x, x)', 0, 'none (PyTorch: 1.5)'],
  ['sqrt(x)', 0, 'none (PyTorch: infinity)'],
  ['sqrt(x^2)', 0, 'none (PyTorch: not a number)'],
  ['cbrt(x)', 0, 'none (PyTorch: not a number)'],
  ['floor(x)', 2, 'none (PyTorch: 0)'],
  ['sign(x)', 0, 'none (PyTorch: 0)'],
  ['-abs(x - 1) - x', 1, 'none (PyTorch: −1)'],
  ['x^0.5', 0, 'none (PyTorch: infinity)'],
])('%s at %d, which has no derivative there, is shown as %s', (typed, x, text) => {
  expect(shownAt(typed, x)).toBe(text);
});

test.each([
  // Each half answers 0, but the difference is x.
  ['relu(x) - relu(-x)', 0, '1 (PyTorch: 0)'],
  ['sqrt(x^4)', 0, '0 (PyTorch: not a number)'],
])('%s at %d has a derivative that PyTorch does not answer: %s', (typed, x, text) => {
  expect(shownAt(typed, x)).toBe(text);
});

test.each([
  ['x^2+3x+1', 2, 7],
  ['abs(x)', 1e-9, 1],
  ['x abs(x)', 0, 0],
  ['floor(x)', 0.5, 0],
  ['sqrt(x)', 4, 0.25],
  ['1/x', 0, null],
])('%s at %d is shown as %s', (typed, x, number) => {
  expect(shownAt(typed, x)).toBe(number);
});

test('where the formula does not tell, two secants do: √(1 − cos x) is |x|/√2 near 0', () => {
  expect(shownAt('sqrt(1 - cos(x))', 0)).toBe('none (PyTorch: not a number)');
});
