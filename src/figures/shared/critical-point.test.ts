import { expect, test } from 'vitest';
import { criticalPointNear } from './critical-point.ts';

test.each([
  // Quadratic: the Hessian is the same everywhere, and the Newton step lands on the critical point.
  ['(x-1)^2+(y-2)^2', 1.004, 1.997, 'minimum'],
  ['-x^2-3y^2', 0.001, 0, 'maximum'],
  ['x^2-y^2', 0.004, 0, 'saddle'],
  ['x^2+50y^2', 0.004, 0.0001, 'minimum'],
  // The saddle and a minimum of x² − y² + y⁴/4, whose Hessian is diag(2, 3y² − 2).
  ['x^2-y^2+y^4/4', 0.003, 0, 'saddle'],
  ['x^2-y^2+y^4/4', 0, 1.41, 'minimum'],
  // A pair of minima close together with a saddle between: y⁴ − 0.02y² bends upwards at ±0.1.
  ['x^2+y^4-0.02y^2', 0, 0.1, 'minimum'],
  ['x^2+y^4-0.02y^2', 0, 0, 'saddle'],
])('beside a critical point of %s, at (%d, %d), there is a %s', (f, x, y, expected) => {
  expect(criticalPointNear(f, { x, y })).toBe(expected);
});

test.each([
  // A Newton step on x³ halves x, so a quarter of the gradient 3x² is left, but also half of 6x.
  ['x^3+y^2', 0.05, 0],
  ['x^3+y^2', 1e-6, 0],
  ['x^3', 0.05, 1],
  // On x⁴ it takes a third off, and 4/9 of the curvature is left: a minimum, but not shown to be one.
  ['x^4+y^4', 0.1, 0.1],
  ['x^4+y^4', 0, 0],
  // Minima all along both axes; beside them the curvatures have both signs.
  ['x^2 y^2', 0.1, 0.1],
  ['x^2 y^2', 0.01, 1],
  // Level along a line, so that the Hessian has no inverse.
  ['x^2', 0.001, 3],
  ['7', 0, 0],
  // A plateau, where all derivatives are short.
  ['1-exp(-((x-1)^2+(y-2)^2)/2)', -4, -4],
  // A bowl so wide that the minimum is far, though the gradient 0.002 is short.
  ['(x^2+y^2)/1000', 1, 0],
  // No second derivative.
  ['1/(x-x)', 0, 0],
  ['x^1.5+y^2', 0, 0],
])('of %s at (%d, %d) no more is said than that it is nearly level', (f, x, y) => {
  expect(criticalPointNear(f, { x, y })).toBe('nearly level');
});
