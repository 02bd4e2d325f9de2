import { expect, test } from 'vitest';
import { linePlot, percentOn, shareOn, ticksOn } from './number-lines.ts';

const line = { min: -3.5, max: 3.5 };

test('a value stands at its share of the line', () => {
  expect(shareOn(line, 0)).toBe(0.5);
  expect(percentOn(line, 1.75)).toBe('75%');
});

test('ticks are few, round and inside the line', () => {
  expect(ticksOn(line)).toEqual([-3, -2, -1, 0, 1, 2, 3]);
  expect(ticksOn({ min: 0, max: 400 })).toEqual([0, 100, 200, 300, 400]);
});

test('the plot takes pixels to values and back', () => {
  const { x, y } = linePlot(line, { width: 700, height: 20 });
  expect(x.getPixelForValue(2)).toBeCloseTo(550, 9);
  expect(x.getValueForPixel(x.getPixelForValue(-1.3))).toBeCloseTo(-1.3, 12);
  expect(y.getPixelForValue(5)).toBe(10);
});
