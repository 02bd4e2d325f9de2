import { expect, test } from 'vitest';
import { barsOf, drawnBars } from './bars.ts';
import { frame } from './frame.ts';
import { scene } from './scene.ts';
import { chart, testTheme } from './testing.ts';

const names = ['1', '2', '3'];
const named = (values: (number | null)[], most = 2) =>
  chart({
    x: { label: 'Input', min: 0.5, max: 3.5, names },
    y: { label: 'Part', min: -most, max: most },
    bars: barsOf([{ role: 'gradient', values }]),
  });
const size = { width: 520, height: 325 };
const bars = (values: (number | null)[], most?: number) =>
  scene(named(values, most), testTheme, size).bars;

test('a bar goes from zero to its value, above or below', () => {
  const { y } = frame(named([1, -2]), size);
  const [up, down] = bars([1, -2]);
  expect([up?.foot, up?.end]).toEqual([y.toPixel(0), y.toPixel(1)]);
  expect([down?.foot, down?.end]).toEqual([y.toPixel(0), y.toPixel(-2)]);
});

test('a value that is none leaves a gap, and one beyond the axis ends at the edge', () => {
  const { area, x } = frame(named([null, 9]), size);
  const [only, none] = bars([null, 9]);
  expect(none).toBeUndefined();
  expect(only?.end).toBe(area.top);
  expect((only?.left ?? 0) + (only?.width ?? 0) / 2).toBeCloseTo(x.toPixel(2), 9);
});

test('series stand side by side over their name, the second hollow', () => {
  const made = barsOf([
    { role: 'function', values: [1, 2], label: 'a' },
    { role: 'input', values: [1, 3], label: 'b' },
  ]);
  const [first, , second] = made;
  expect((first?.at ?? 0) + (second?.at ?? 0)).toBeCloseTo(2, 9);
  expect((first?.at ?? 0) + (first?.width ?? 0) / 2).toBeLessThan(
    (second?.at ?? 0) - (second?.width ?? 0) / 2,
  );
  expect(made.map(({ hollow }) => hollow)).toEqual([false, false, true, true]);
  expect(made.map(({ label }) => label)).toEqual([undefined, 'a', 'b', undefined]);
});

test('names stand where numbers would, and thin out where there is no room', () => {
  const text = (spec: Parameters<typeof frame>[0]) =>
    frame(spec, size).x.labels.map((label) => label.text);
  expect(text(named([1, 1, 1]))).toEqual(names);
  const many = Array.from({ length: 60 }, (_, i) => String(i + 1));
  const thin = text(chart({ x: { label: 'Layer', min: 0.5, max: 60.5, names: many } }));
  expect(thin.length).toBeLessThan(20);
  expect(thin[0]).toBe('1');
});

test('on a log axis bars stand on its lowest value, and zero has none', () => {
  const spec = chart({
    x: { label: 'Layer', min: 0.5, max: 2.5, names: ['1', '2'] },
    y: { label: 'Size', min: 0.01, max: 1, scale: 'log' },
  });
  const made = frame(spec, size);
  const [one, zero] = drawnBars(barsOf([{ role: 'good', values: [1, 0] }]), made, testTheme);
  expect([one?.foot, one?.end]).toEqual([made.area.bottom, made.area.top]);
  expect(zero?.end).toBe(zero?.foot);
});
