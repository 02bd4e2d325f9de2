import { differentiate, parse, preciseDerivative } from '@calculus/expression';
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

test('from 0 to 0.01 the loss falls by about 10 times 0.01, and the stop rule ends after 39 steps', () => {
  // (0.01 − 5)² = 24.9001; 5 · 0.8ⁿ < 0.001 first at n = 39
  expect(n.nudgedLoss).toBeCloseTo(24.9001, 5);
  expect(n.arrival).toBe(39);
});

/** The table of rules: a function of each kind and what its rule says, each written out by hand. */
test.each([
  ['7', '0*x'],
  ['x^5', '5x^4'],
  ['x^-2', '-2x^-3'],
  ['3sin(x)', '3cos(x)'],
  ['exp(x) + sin(x)', 'exp(x) + cos(x)'],
  ['exp(x)*sin(x)', 'exp(x)*sin(x) + exp(x)*cos(x)'],
  ['sin(x)/exp(x)', '(cos(x)*exp(x) - sin(x)*exp(x))/exp(x)^2'],
  ['exp(x)', 'exp(x)'],
  ['exp(-x)', '-exp(-x)'],
  ['ln(x)', '1/x'],
  ['sin(x)', 'cos(x)'],
  ['cos(x)', '-sin(x)'],
  ['tanh(x)', '1 - tanh(x)^2'],
  ['sigmoid(x)', 'sigmoid(x)*(1 - sigmoid(x))'],
  ['(exp(x) - exp(-x))/(exp(x) + exp(-x))', '1 - tanh(x)^2'],
  ['1/(1 + exp(-x))', 'exp(-x)/(1 + exp(-x))^2'],
  ['sin(x^2)', 'cos(x^2)*2x'],
  ['x exp(x)', 'exp(x) + x exp(x)'],
  ['exp(2.5 ln(x))', '2.5 x^1.5'],
])('autograd agrees with the rule: the derivative of %s is %s', (typed, rule) => {
  for (const x of [0.2, 1, 1.7, 3]) {
    const expected = differentiate(parse(rule), { x }).value;
    const size = 1e-12 * (1 + Math.abs(expected));
    const { gradient } = differentiate(parse(typed), { x });
    expect(Math.abs(Number(gradient['x']) - expected)).toBeLessThan(size);
    expect(Math.abs(preciseDerivative(parse(typed), x) - expected)).toBeLessThan(size);
  }
});

test('in the drawing of eˣ a tangent meets the axis one unit to the left of its point', () => {
  const [, axis, end] = /^M([\d.]+) 112\.0L([\d.]+) /.exec(n.exponential.tangents) ?? [];
  // It is drawn from there to a quarter beyond its point.
  expect((Number(end) - Number(axis)) / 38).toBeCloseTo(1.25, 2);
  expect(n.exponential.heights.startsWith(`M${(Number(axis) + 38).toFixed(1)} 112.0L`)).toBe(true);
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
  // 2⁻²³ is 1.1921e-7.
  expect(n.storedExcess).toBe('19');
  expect(2 ** -23 / 1e-7).toBeCloseTo(1.19, 2);
});

test('an update at rate 0.1 multiplies every parameter by 0.8, and the loss by 0.64', () => {
  expect(n.updated.lossBefore).toBeCloseTo(0.25 + 0.09 + 0.01, 6);
  expect(n.updated.lossAfter).toBeCloseTo(0.64 * 0.35, 6);
});
