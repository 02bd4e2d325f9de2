import { expect, test } from 'vitest';
import { layout } from './layout.ts';
import { chart, testSize } from './testing.ts';
import { tickWidth } from './text.ts';
import { tickLabels } from './tick-label.ts';

test('a chart of equal units has as many pixels for a unit of x as for a unit of y', () => {
  const spec = chart({
    equalUnits: true,
    exact: true,
    x: { label: 'x', min: -4, max: 4 },
    y: { label: 'y', min: 0, max: 2 },
  });
  const { left, padding } = layout(spec, { width: 400, height: 400 });
  const width = 400 - left - padding.left - padding.right;
  // Above the plot stands the name of y; below it ticks and the name of x.
  const height = 400 - padding.top - padding.bottom - 22 - 22 - 18;
  expect(width / 8).toBeCloseTo(height / 2, 9);
});

test('every width of a class has the same ticks', () => {
  const [first, ...others] = [432, 520, 700].map((width) => {
    const { x, y } = layout(chart(), { width, height: width / 1.6 });
    return [x, y];
  });
  for (const other of others) expect(other).toEqual(first);
});

test('labels of an axis stand clear of each other, powers of ten too', () => {
  for (const max of [1, 0.1, 1e-4, 1e-11]) {
    const spec = chart({ equalUnits: true, x: { label: 'x', min: -max, max } });
    const { x, left } = layout(spec, testSize);
    const step = x.step ?? NaN;
    const ticks = [-2, -1, 0, 1, 2].map((count) => count * step);
    const widest = Math.max(...tickLabels(ticks, false).map(tickWidth));
    const apart = ((testSize.width - left - 14) * step) / (2 * max);
    expect(apart).toBeGreaterThan(widest + 4);
  }
});

test('longer tick labels have a wider axis', () => {
  const wide = chart({ y: { label: 'y', min: 0, max: 50000 } });
  expect(layout(wide, testSize).left).toBeGreaterThan(layout(chart(), testSize).left);
});
