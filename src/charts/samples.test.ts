import { expect, test } from 'vitest';
import { frame } from './frame.ts';
import { drawableSamples } from './samples.ts';
import { chart } from './testing.ts';
import type { Curve, Sample } from './types.ts';

const size = { width: 520, height: 325 };
const sampled = (f: (x: number) => number | null): Sample[] =>
  Array.from({ length: 201 }, (_, i) => ({ x: (i - 100) / 20, y: f((i - 100) / 20) }));
const curve = (points: Sample[], more: Partial<Curve> = {}): Curve => ({
  ...{ label: 'f', role: 'function' as const, points },
  ...more,
});
const gaps = (samples: Sample[]) => samples.filter(({ y }) => y === null).map(({ x }) => x);

test('a pole is a gap between the two samples beside it', () => {
  const framed = frame(chart({ y: { label: 'y', min: -5, max: 5 } }), size);
  expect(gaps(drawableSamples(curve(sampled((x) => 1 / (x - 1.02))), framed))).toEqual([1.025]);
});

test('a jump inside the plot is a gap', () => {
  const framed = frame(chart({ y: { label: 'y', min: -2, max: 2 } }), size);
  expect(gaps(drawableSamples(curve(sampled((x) => (x < 0.01 ? -1 : 1))), framed))).toEqual([
    0.025,
  ]);
});

test('a steep smooth curve and a kink have no gap', () => {
  const framed = frame(chart({ y: { label: 'y', min: -2, max: 10 } }), size);
  expect(gaps(drawableSamples(curve(sampled((x) => Math.tanh(8 * x))), framed))).toEqual([]);
  expect(gaps(drawableSamples(curve(sampled((x) => Math.max(0, 3 * x))), framed))).toEqual([]);
});

test('what is not a number, or not positive on a log axis, is a gap', () => {
  const linear = frame(chart(), size);
  const log = frame(chart({ y: { label: 'y', min: 1, max: 10, scale: 'log' } }), size);
  const points = [NaN, Infinity, 0, 2].map((y, x) => ({ x, y }));
  expect(drawableSamples(curve(points), linear).map(({ y }) => y)).toEqual([null, null, 0, 2]);
  expect(drawableSamples(curve(points), log).map(({ y }) => y)).toEqual([null, null, null, 2]);
});

test('a value beyond what a canvas can take is brought near enough', () => {
  const [sample] = drawableSamples(curve([{ x: 0, y: 1e300 }]), frame(chart(), size));
  expect(sample?.y).toBe(50 + 50 * 1000);
});

test('the samples of the chart are left as they were', () => {
  const points = Object.freeze([Object.freeze({ x: 0, y: NaN })]);
  drawableSamples(curve([...points]), frame(chart(), size));
  expect(points[0]?.y).toBeNaN();
});
