import { expect, test } from 'vitest';
import { bands } from './contour.ts';
import { frame } from './frame.ts';
import { chart } from './testing.ts';

const n = 41;
const plane = {
  x: { label: 'x', min: -2, max: 2 },
  y: { label: 'y', min: -2, max: 2 },
  equalUnits: true,
};
const field = (f: (x: number, y: number) => number) => ({
  ...{ columns: n, rows: n },
  values: Array.from({ length: n * n }, (_, k) =>
    f(-2 + (k % n) / 10, -2 + Math.floor(k / n) / 10),
  ),
});
const traced = (f: (x: number, y: number) => number) => {
  const spec = chart({ ...plane, field: field(f) });
  const framed = frame(spec, { width: 400, height: 400 });
  return { framed, found: bands(field(f), framed) };
};

test('the level line of x² + y² at 1 is the unit circle', () => {
  const { framed, found } = traced((x, y) => x * x + y * y);
  const ring = found.find(({ level }) => level === 1)?.rings.find((pixels) => pixels.length < 100);
  expect(ring?.length).toBeGreaterThan(20);
  for (const { x, y } of ring ?? []) {
    expect(Math.hypot(framed.x.toValue(x), framed.y.toValue(y))).toBeCloseTo(1, 1.7);
  }
});

test('rows run upwards from the lower end of y', () => {
  const { framed, found } = traced((_, y) => y);
  const heights = found
    .find(({ level }) => level === 1)
    ?.rings[0]?.map(({ y }) => framed.y.toValue(y));
  expect(Math.min(...(heights ?? []))).toBeCloseTo(1, 9);
});

test('a field with too few values is refused in words', () => {
  const broken = { columns: 3, rows: 2, values: [1, 2, 3] };
  const framed = frame(chart(plane), { width: 400, height: 400 });
  expect(() => bands(broken, framed)).toThrow('3 columns and 2 rows needs 6 values, got 3');
});

test('a field that is not a number somewhere still has levels elsewhere', () => {
  expect(traced((x, y) => (x < 0 ? NaN : x + y)).found.length).toBeGreaterThan(4);
});
