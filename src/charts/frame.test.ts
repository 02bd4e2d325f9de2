import { expect, test } from 'vitest';
import { frame } from './frame.ts';
import { chart } from './testing.ts';

test('pixels and values are each other’s inverse, on linear and log axes', () => {
  const made = frame(chart({ y: { label: 'Loss', min: 0.01, max: 100, scale: 'log' } }), {
    width: 520,
    height: 325,
  });
  expect(made.x.toValue(made.x.toPixel(3.7))).toBeCloseTo(3.7, 10);
  expect(made.y.toValue(made.y.toPixel(0.5))).toBeCloseTo(0.5, 10);
});

test('the ends of the axes are the edges of the plot', () => {
  const { area, x, y } = frame(chart(), { width: 520, height: 325 });
  expect([x.toPixel(x.min), x.toPixel(x.max)]).toEqual([area.left, area.right]);
  expect([y.toPixel(y.min), y.toPixel(y.max)]).toEqual([area.bottom, area.top]);
});

test('a chart of equal units draws a unit of x as long as a unit of y', () => {
  const made = frame(
    chart({
      equalUnits: true,
      x: { label: 'x', min: -4, max: 4 },
      y: { label: 'y', min: 0, max: 2 },
    }),
    { width: 400, height: 400 },
  );
  const along = made.x.toPixel(1) - made.x.toPixel(0);
  expect(made.y.toPixel(0) - made.y.toPixel(1)).toBeCloseTo(along, 9);
});

test('every width of a class has the same ticks', () => {
  const ticks = [432, 520, 700].map(
    (width) => frame(chart(), { width, height: width / 1.6 }).x.values,
  );
  expect(ticks[1]).toEqual(ticks[0]);
  expect(ticks[2]).toEqual(ticks[0]);
});
