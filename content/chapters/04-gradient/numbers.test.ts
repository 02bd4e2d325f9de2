import { expect, test } from 'vitest';
import * as n from './numbers.ts';

test('the bowl falls from 5 at the origin by the factor 0.8² a step', () => {
  expect(n.start).toMatchObject({ dx: -2, dy: -4, value: 5 });
  expect(n.one.x).toBeCloseTo(0.2, 6);
  expect(n.one.value).toBeCloseTo(5 * 0.64, 5);
  expect(n.ten.final.x).toBeCloseTo(1 - n.left, 5);
});

test('2√5 · 0.8ⁿ falls below 0.01 at n = 28', () => {
  // ln(0.01/(2√5))/ln 0.8 = 27.3
  expect(n.whole.path).toHaveLength(29);
});

test('at (4, −1) the gradient is twice the arrow from (1, 2)', () => {
  expect([n.corner.dx, n.corner.dy]).toEqual([6, -6]);
});

test('in the ravine the jumps across die out in 45 steps, the way along takes 145', () => {
  // 200 · 0.8ⁿ < 0.01 for n > 44.4 and 2 · 0.964ⁿ < 0.01 for n > 144.5
  expect(n.across).toBe(45);
  expect(n.along).toBe(145);
});

test('in the ravine the downhill direction (2, 200) misses (1, 2) by atan 100 − atan 2', () => {
  const degrees = (tangent: number) => (Math.atan(tangent) * 180) / Math.PI;
  expect(n.aim).toBeCloseTo(degrees(100) - degrees(2), 6);
});

test('along the ridge descent ends on the saddle, beside it in a minimum of height −1', () => {
  expect(n.saddle.final.value).toBeCloseTo(0, 3);
  // −y² + y⁴/4 is least at y² = 2
  expect(n.beside.final.value).toBeCloseTo(-1, 3);
});
