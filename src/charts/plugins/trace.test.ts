import { expect, test } from 'vitest';
import { testPlot } from '../testing.ts';
import { bands, gridToPixel, type GridPoint } from './trace.ts';

const n = 41;
const plot = testPlot({ min: -2, max: 2 }, { min: -2, max: 2 });
const field = (f: (x: number, y: number) => number) => ({
  columns: n,
  rows: n,
  values: Array.from({ length: n * n }, (_, k) =>
    f(-2 + (k % n) / 10, -2 + Math.floor(k / n) / 10),
  ),
});
const value = (at: GridPoint) => {
  const pixel = gridToPixel({ columns: n, rows: n, values: [] }, plot)(at);
  return {
    x: plot.x.getValueForPixel(pixel.x) ?? NaN,
    y: plot.y.getValueForPixel(pixel.y) ?? NaN,
  };
};
const traced = (f: (x: number, y: number) => number) => bands(field(f));

test('the level line of x² + y² at 1 is the unit circle', () => {
  const found = traced((x, y) => x * x + y * y);
  const ring = found.find(({ level }) => level === 1)?.rings.find((pixels) => pixels.length < 100);
  expect(ring?.length).toBeGreaterThan(20);
  for (const { x, y } of (ring ?? []).map(value)) {
    expect(Math.hypot(x, y)).toBeCloseTo(1, 1.7);
  }
});

test('rows run upwards from the lower end of y', () => {
  const found = traced((_, y) => y);
  const heights = found.find(({ level }) => level === 1)?.rings[0]?.map((at) => value(at).y);
  expect(Math.min(...(heights ?? []))).toBeCloseTo(1, 9);
});

test('a field with too few values is refused in words', () => {
  const broken = { columns: 3, rows: 2, values: [1, 2, 3] };
  expect(() => bands(broken)).toThrow('3 columns and 2 rows needs 6 values, got 3');
});

test('a field that is not a number somewhere still has levels elsewhere', () => {
  expect(traced((x, y) => (x < 0 ? NaN : x + y)).length).toBeGreaterThan(4);
});

test('new arrays of the same values are the same bands, and other values others', () => {
  const before = traced((x, y) => x * y);
  expect(traced((x, y) => x * y)).toBe(before);
  expect(traced((x, y) => x * y + 1e-9)).not.toBe(before);
});

test('a heat map has twelve steps to each side of its middle, and the boundary among them', () => {
  const plane = { ...field((x) => x), style: 'heat' as const };
  const found = bands(plane).map(({ level }) => level);
  expect(found).toHaveLength(1 + 23);
  expect(found[0]).toBe(-2);
  expect(found[12]).toBe(0);
  expect(found.at(-1)).toBeCloseTo(2 - 2 / 12, 12);
});

test('a heat map that says its reach keeps its colours, however far its values go', () => {
  const levelsOf = (reach: number) =>
    bands({ ...field((x) => x), style: 'heat' as const, reach }).map(({ level }) => level);
  // Of 48 steps on each side of the middle six lie between 0 and the farthest value.
  expect(levelsOf(4)).toHaveLength(1 + 11);
  // Beyond the reach there is nothing deeper: 12 steps up to −1, 11 up to below 1, and the lowest value.
  expect(levelsOf(1)).toHaveLength(1 + 24);
});
