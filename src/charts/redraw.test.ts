import { createCanvas } from '@napi-rs/canvas';
import { expect, test, vi } from 'vitest';
import { configuration } from './configuration.ts';
import { Chart } from './engine.ts';
import type { Size } from './plot.ts';
import { redraw } from './redraw.ts';
import { chart, testSize, testTheme } from './testing.ts';
import type { ChartSpec, Curve } from './types.ts';

const parabola = (shift: number, count = 20): Curve => ({
  label: 'f',
  role: 'function',
  points: Array.from({ length: count }, (_, i) => {
    const x = -4 + (8 * i) / (count - 1);
    return { x, y: (x - shift) ** 2 };
  }),
});
const circle = (radius: number): Curve => ({
  label: '',
  role: 'input',
  filled: true,
  points: Array.from({ length: 30 }, (_, i) => ({
    x: radius * Math.cos(i / 4),
    y: 20 + 5 * radius * Math.sin(i / 4),
  })),
});
const marked = (shift: number): Curve => ({ ...parabola(shift, 9), markers: true });
const point = (x: number): ChartSpec['points'][number] => ({ x, y: 10, role: 'gradient' });
const field = (tilt: number): Partial<ChartSpec> => ({
  field: {
    columns: 12,
    rows: 10,
    values: Array.from({ length: 120 }, (_, i) => (i % 12) + tilt * Math.floor(i / 12)),
  },
});
const named = (...values: number[]): Partial<ChartSpec> => ({
  x: { label: '', min: 0, max: 2, names: ['a', 'b', 'c'] },
  bars: [{ role: 'input', label: 'size', values }],
});

const draw = (changes: Partial<ChartSpec>, size: Size = testSize) => {
  const made = configuration(chart(changes), testTheme, size);
  const canvas = createCanvas(size.width, size.height);
  return { made, canvas, chart: new Chart(canvas as unknown as HTMLCanvasElement, made) };
};

/** Draws one state and then others on the same chart: each as a chart of its own has it. */
function expectSame(laidOut: boolean, ...states: Partial<ChartSpec>[]): void {
  const [first = {}, ...later] = states;
  const live = draw(first);
  for (const state of later) {
    const alone = draw(state);
    expect(redraw(live.chart, configuration(chart(state), testTheme, testSize), testSize)).toBe(
      laidOut,
    );
    expect(live.canvas.toBuffer('image/png').equals(alone.canvas.toBuffer('image/png'))).toBe(true);
    alone.chart.destroy();
  }
  live.chart.destroy();
}

test('where only samples move, nothing is laid out anew and the picture is that of a new chart', () => {
  expectSame(
    false,
    { curves: [parabola(0), circle(1)], points: [point(1)] },
    { curves: [parabola(1), circle(2)], points: [point(2)] },
    { curves: [parabola(2, 35), circle(1.5)], points: [point(2), point(3), point(4)] },
    { curves: [parabola(2, 4), circle(3)], points: [point(-1)] },
  );
});

test('bars, fields, arrows and points that can be dragged follow too', () => {
  expectSame(false, named(4, 20, 10), named(8, -3, 40), named(1, 2, 3));
  expectSame(false, field(1), field(-2));
  const arrow = (x: number): Partial<ChartSpec> => ({
    arrows: [{ from: { x: 0, y: 0 }, to: { x, y: 20 }, role: 'gradient', label: 'g' }],
    handles: [{ x, y: 20, label: 'end', role: 'input', axis: 'both', step: 1 }],
  });
  expectSame(false, arrow(1), arrow(3), arrow(-2));
});

test('a field that stays is drawn from a picture of it, pixel by pixel the same', () => {
  const made: unknown[] = [];
  vi.stubGlobal('OffscreenCanvas', function offscreen(width: number, height: number) {
    const canvas = createCanvas(width, height);
    made.push(canvas);
    return canvas;
  });
  const at = (x: number, tilt = 1): Partial<ChartSpec> => ({ ...field(tilt), points: [point(x)] });
  expectSame(false, at(0), at(1));
  expect(made).toHaveLength(0);
  expectSame(false, at(0), at(1), at(2), at(3));
  expect(made).toHaveLength(1);
  expectSame(false, at(0), at(0, -2), at(0, 3));
  expect(made).toHaveLength(1);
  vi.unstubAllGlobals();
});

test('other axes, marks, looks and numbers of curves are laid out anew', () => {
  const seen = { curves: [parabola(0)] };
  expectSame(true, seen, { ...seen, y: { label: 'y', min: 0, max: 70 } }, seen);
  expectSame(true, seen, { ...seen, y: { label: 'loss', min: 0, max: 50 } }, seen);
  expectSame(true, seen, { ...seen, x: { label: 'x', min: -5, max: 5, degrees: true } }, seen);
  expectSame(true, seen, { curves: [parabola(0), parabola(1)] }, { curves: [] }, seen);
  expectSame(true, { curves: [marked(0)], cursor: 1 }, { curves: [marked(0)], cursor: 5 });
  expectSame(true, { curves: [marked(0)], cursor: 1 }, seen, { curves: [circle(2)] });
  expectSame(true, named(1, 2, 3), seen, named(3, 2, 1));
});

test('another size and another theme are laid out anew', () => {
  const live = draw({ curves: [parabola(0)] });
  const small = { width: 320, height: 240 };
  const spec = chart({ curves: [parabola(0)] });
  expect(redraw(live.chart, configuration(spec, testTheme, small), small)).toBe(true);
  expect(live.chart.width).toBe(320);
  const dark = { ...testTheme, paper: '#000000' };
  expect(redraw(live.chart, configuration(spec, dark, small), small)).toBe(true);
  live.chart.destroy();
});
