import { readFileSync } from 'node:fs';
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

test('the link opens the ravine of which the text speaks', () => {
  const text = readFileSync(new URL('index.mdx', import.meta.url), 'utf8');
  const [, query = ''] = /\(\/gradient\/\?([^)#]*)#descent-2d\)/.exec(text) ?? [];
  expect(Object.fromEntries(new URLSearchParams(query))).toEqual({
    'descent-2d.f': n.ravine.f,
    'descent-2d.rate': String(n.ravine.rate),
    'descent-2d.steps': String(n.ravine.steps),
  });
});

test('in units of √(1/10) the way down from (0, 1.5) turns from atan 5 to atan ½', () => {
  const degrees = (tangent: number) => (Math.atan(tangent) * 180) / Math.PI;
  expect(n.turn).toBeCloseTo(degrees(5) - degrees(0.5), 9);
});
