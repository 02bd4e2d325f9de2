import { expect, test } from 'vitest';
import * as n from './numbers.ts';

test('(xy + sin x)² at (2, 3): s = 6 + sin 2, upstream 2s, and x receives 3 · 2s and cos 2 · 2s', () => {
  const s = 6 + Math.sin(2);
  expect(n.sumValue).toBeCloseTo(s, 12);
  expect(n.value).toBeCloseTo(s * s, 12);
  expect(n.upstream).toBeCloseTo(2 * s, 12);
  expect(n.throughProduct).toBeCloseTo(6 * s, 12);
  expect(n.throughSine).toBeCloseTo(2 * s * Math.cos(2), 12);
  expect(n.dfdx).toBeCloseTo(n.throughProduct + n.throughSine, 12);
  expect(n.dfdy).toBeCloseTo(4 * s, 12);
  expect(n.sineValue).toBe(Math.sin(2));
  expect(n.localSine).toBe(Math.cos(2));
  expect(n.nodes).toBe(6);
});

test('forward mode: the sum changes at rate 3 + cos 2, and f at 2s times that', () => {
  expect(n.rateOfSum).toBeCloseTo(3 + Math.cos(2), 12);
  expect(n.upstream * n.rateOfSum).toBeCloseTo(n.dfdx, 12);
});

test('v = (1, 10) on (x², 3x) at 2 gives 1 · 4 + 10 · 3', () => {
  expect(n.vectorGradient).toBe(34);
});

test('detach keeps the product alone, and two passes add up', () => {
  expect(n.detached).toBeCloseTo(n.throughProduct, 12);
  expect(n.doubled).toBeCloseTo(2 * n.dfdx, 12);
});

test('xx + xy has the gradient (2x + y, x) at (2, 3), and (2x, …) when xy is detached', () => {
  expect(n.squareGradient).toEqual([7, 2]);
  expect(n.squareDetached).toBe(4);
});

test('a pass without order visits 2ⁿ⁺¹ − 1 nodes: 1 + 2 + 4 + … + 2ⁿ', () => {
  const visits = (doublings: number): number =>
    doublings === 0 ? 1 : 1 + 2 * visits(doublings - 1);
  for (const doublings of [5, 10, 15]) expect(n.doublingVisits(doublings)).toBe(visits(doublings));
});

test('the derivatives of x³ at 2 are 12, 12, 6', () => {
  expect([1, 2, 3].map(n.derivativesOfCube)).toEqual([12, 12, 6]);
});

test('a hundred layers of 16 keep 1600 numbers, or 19 · 16 with ten segments', () => {
  expect(n.deep).toMatchObject({ all: 1600, checkpoints: 304, segments: 10 });
  expect(n.recomputed).toBeGreaterThan(0);
  expect(n.gradientCost).toBeLessThan(2.5);
  expect(n.ratio).toBeGreaterThan(50);
  expect(n.grouped(1098299)).toBe('1\u202f098\u202f299');
});
