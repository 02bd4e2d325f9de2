import { expect, test } from 'vitest';
import { drawableSamples } from './samples.ts';
import type { Curve, Sample } from './types.ts';

const x = { min: -5, max: 5 };
const y = (min: number, max: number) => ({ min, max });
const sampled = (f: (x: number) => number | null): Sample[] =>
  Array.from({ length: 201 }, (_, i) => ({ x: (i - 100) / 20, y: f((i - 100) / 20) }));
const curve = (points: Sample[], more: Partial<Curve> = {}): Curve => ({
  label: 'f',
  role: 'function',
  points,
  ...more,
});
const gaps = (samples: Sample[]) => samples.filter(({ y }) => y === null).map(({ x }) => x);

test('a pole is a gap between the two samples beside it', () => {
  const ends = y(-5, 5);
  expect(gaps(drawableSamples(curve(sampled((x) => 1 / (x - 1.02))), x, ends))).toEqual([1.025]);
});

test('a jump inside the plot is a gap', () => {
  const ends = y(-2, 2);
  expect(gaps(drawableSamples(curve(sampled((x) => (x < 0.01 ? -1 : 1))), x, ends))).toEqual([
    0.025,
  ]);
});

test('a steep smooth curve and a kink have no gap', () => {
  const ends = y(-2, 10);
  expect(gaps(drawableSamples(curve(sampled((x) => Math.tanh(8 * x))), x, ends))).toEqual([]);
  expect(gaps(drawableSamples(curve(sampled((x) => Math.max(0, 3 * x))), x, ends))).toEqual([]);
});

test('what is not a number, or not positive on a log axis, is a gap', () => {
  const linear = y(0, 50);
  const log = { ...y(1, 10), scale: 'log' as const };
  const points = [NaN, Infinity, 0, 2].map((y, x) => ({ x, y }));
  expect(drawableSamples(curve(points), x, linear).map(({ y }) => y)).toEqual([null, null, 0, 2]);
  expect(drawableSamples(curve(points), x, log).map(({ y }) => y)).toEqual([null, null, null, 2]);
});

test('the samples of the chart are left as they were', () => {
  const points = Object.freeze([Object.freeze({ x: 0, y: NaN })]);
  drawableSamples(curve([...points]), x, y(0, 50));
  expect(points[0]?.y).toBeNaN();
});
