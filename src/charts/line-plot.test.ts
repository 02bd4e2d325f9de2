import { expect, test } from 'vitest';
import { linePlot } from './line-plot.ts';

test('the plot of a line takes pixels to values and back', () => {
  const { x, y } = linePlot({ min: -3.5, max: 3.5 }, { width: 700, height: 20 });
  expect(x.getPixelForValue(2)).toBeCloseTo(550, 9);
  expect(x.getValueForPixel(x.getPixelForValue(-1.3))).toBeCloseTo(-1.3, 12);
  expect(y.getPixelForValue(5)).toBe(10);
});
