import { expect, test } from 'vitest';
import { testPlot } from '../testing.ts';
import { bands } from './trace.ts';

const n = 41;
const plot = testPlot({ min: -2, max: 2 }, { min: -2, max: 2 });
const field = (f: (x: number, y: number) => number) => ({
  columns: n,
  rows: n,
  values: Array.from({ length: n * n }, (_, k) =>
    f(-2 + (k % n) / 10, -2 + Math.floor(k / n) / 10),
  ),
});
const traced = (f: (x: number, y: number) => number) => bands(field(f), plot);

test('the level line of x² + y² at 1 is the unit circle', () => {
  const found = traced((x, y) => x * x + y * y);
  const ring = found.find(({ level }) => level === 1)?.rings.find((pixels) => pixels.length < 100);
  expect(ring?.length).toBeGreaterThan(20);
  for (const { x, y } of ring ?? []) {
    expect(
      Math.hypot(plot.x.getValueForPixel(x) ?? NaN, plot.y.getValueForPixel(y) ?? NaN),
    ).toBeCloseTo(1, 1.7);
  }
});

test('rows run upwards from the lower end of y', () => {
  const found = traced((_, y) => y);
  const heights = found
    .find(({ level }) => level === 1)
    ?.rings[0]?.map(({ y }) => plot.y.getValueForPixel(y) ?? NaN);
  expect(Math.min(...(heights ?? []))).toBeCloseTo(1, 9);
});

test('a field with too few values is refused in words', () => {
  const broken = { columns: 3, rows: 2, values: [1, 2, 3] };
  expect(() => bands(broken, plot)).toThrow('3 columns and 2 rows needs 6 values, got 3');
});

test('a field that is not a number somewhere still has levels elsewhere', () => {
  expect(traced((x, y) => (x < 0 ? NaN : x + y)).length).toBeGreaterThan(4);
});

test('new arrays of the same values are the same bands, as long as the plot stays', () => {
  const before = traced((x, y) => x * y);
  expect(traced((x, y) => x * y)).toBe(before);
  expect(traced((x, y) => x * y + 1e-9)).not.toBe(before);
  expect(
    bands(
      field((x, y) => x * y),
      testPlot({ min: -2, max: 2 }, { min: -4, max: 4 }),
    ),
  ).not.toBe(before);
});

test('a heat map has twelve steps to each side of its middle, and the boundary among them', () => {
  const plane = { ...field((x) => x), style: 'heat' as const };
  const found = bands(plane, plot).map(({ level }) => level);
  expect(found).toHaveLength(1 + 23);
  expect(found[0]).toBe(-2);
  expect(found[12]).toBe(0);
  expect(found.at(-1)).toBeCloseTo(2 - 2 / 12, 12);
});
