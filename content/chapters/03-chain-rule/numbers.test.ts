import { expect, test } from 'vitest';
import * as n from './numbers.ts';

test('at 2 the links of (x² + 1)³ are 4, 5, 125 with slopes 4, 1, 75', () => {
  expect(n.two).toMatchObject({ h: 4, g: 5, f: 125, dhdx: 4, dgdh: 1, dfdg: 75, derivative: 300 });
  expect(n.composed(-1).derivative).toBe(-24);
});

test('a nudge of 0.1 is promised 300 · 0.1 and moves f by (2.1² + 1)³ − 125', () => {
  expect(n.nudged(0.1).promised).toBeCloseTo(30, 6);
  expect(n.nudged(0.1).moved).toBeCloseTo(5.41 ** 3 - 125, 6);
});

test('the two paths of x²(x + 1) at 2 have the slopes 3 · 4 and 4 · 1', () => {
  expect(n.throughU.slopes).toEqual([3, 4]);
  expect(n.throughQ.slopes).toEqual([4, 1]);
});

test('a fault changes the gradient of 14 · 5 at s as the table says', () => {
  // s = 2, y = s + s² = 6, ∂L/∂y = 2 · 7; w receives 2 · 70
  expect(n.gradientAt('s')).toBe(70);
  expect(n.gradientAt('w')).toBe(140);
  expect(n.gradientAt('w', 'no zero_grad')).toBe(280);
  expect(n.gradientAt('s', 'detached branch')).toBe(42);
});

test('gradientAt names the node that is not there', () => {
  expect(() => n.gradientAt('q')).toThrow('gradientAt: no node "q"');
});

test('the network with two weights has the slopes 16 and −24', () => {
  expect([n.hand.dfdx, n.hand.dfdy]).toEqual([16, -24]);
});

test('fifty equal slopes multiply to the fiftieth power', () => {
  expect(n.longProduct(0.9, 50)).toBeCloseTo(0.9 ** 50, 12);
  expect(n.longProduct(-3, 1)).toBe(-3);
});

test('seven factors of 0.9 halve a number, and fifty make about 0.005', () => {
  expect(n.longProduct(0.9, 7)).toBeCloseTo(0.478, 3);
  expect(n.longProduct(0.9, 28)).toBeGreaterThan(0.05);
  expect(n.longProduct(0.9, 29)).toBeLessThan(0.05);
  expect(n.longProduct(0.9, 50)).toBeCloseTo(0.005, 3);
});

test('ten layers of 100 units have 100 + 9 · 100² + 100 arrows', () => {
  expect(n.arrows).toBe(90_200);
});
