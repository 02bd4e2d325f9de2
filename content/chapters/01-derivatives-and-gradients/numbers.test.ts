import { expect, test } from 'vitest';
import * as n from './numbers.ts';

test('the secant of x² + 3x + 1 from 2 to 3 is steeper than the tangent by h = 1', () => {
  // (19 − 11)/1 and 2·2 + 3
  expect(n.wide.secantSlope).toBe(8);
  expect(n.wide.derivative).toBe(7);
  expect(n.parabola(-3)).toMatchObject({ value: 1, derivative: -3 });
});

test('descent on (x − 5)² keeps 0.8 of the distance at each step', () => {
  expect(n.firstStep).toMatchObject({ gradient: -10, next: 1 });
  expect(n.secondStep.next).toBeCloseTo(1.8, 6);
  expect(n.tenSteps.final.x).toBeCloseTo(5 - 5 * 0.8 ** 10, 5);
  // 3 is halved twice.
  expect(n.descended(0.25, 8, 2)).toBe(5.75);
});

test('the gradient of x²y + xy² + 2 is (8, 5) at (1, 2) and (3·−2 + 1, 9 − 6) at (3, −1)', () => {
  expect([n.vector.dfdx, n.vector.dfdy]).toEqual([8, 5]);
  expect(n.slopeAlong(90)).toBeCloseTo(5, 12);
  expect(n.unit.x).toBeCloseTo(8 / Math.sqrt(89), 6);
  // 2xy + y² = −6 + 1 and x² + 2xy = 9 − 6
  expect(n.cornerGradient).toEqual([-5, 3]);
  expect(n.steepestDecrease[0]).toBeCloseTo(5 / Math.sqrt(34), 6);
  expect(n.steepestDecrease[1]).toBeCloseTo(-3 / Math.sqrt(34), 6);
});

test('in float32 the step from 1 to 1 + 1e-7 is one gap, 2⁻²³, and so 19% too long', () => {
  expect(n.storedStep).toBe('1.19e−7');
  expect(2 ** -23 / 1e-7).toBeCloseTo(1.19, 2);
});

test('an update at rate 0.1 multiplies every parameter by 0.8, and the loss by 0.64', () => {
  expect(n.updated.lossBefore).toBeCloseTo(0.25 + 0.09 + 0.01, 6);
  expect(n.updated.lossAfter).toBeCloseTo(0.64 * 0.35, 6);
});
