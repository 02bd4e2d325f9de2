import { expect, test } from 'vitest';
import { scene } from './scene.ts';
import { chart, testTheme } from './testing.ts';
import type { ChartSpec, Curve } from './types.ts';

const size = { width: 520, height: 325 };
const build = (changes: Partial<ChartSpec>) => scene(chart(changes), testTheme, size);
const curve: Curve = {
  ...{ label: 'f', role: 'input', markers: true },
  points: [0, 1, 2, 3].map((x) => ({ x, y: 10 * x })),
};

test('a curve runs through its samples in pixels, and a gap ends one line and begins the next', () => {
  const points = [0, 1, 2, 3, 4].map((x) => ({ x, y: x === 2 ? null : 10 * x }));
  const { curves, frame } = build({ curves: [{ label: '', role: 'function', points }] });
  expect(curves[0]?.lines.map((line) => line.length)).toEqual([2, 2]);
  expect(curves[0]?.lines[1]?.[1]).toEqual({ x: frame.x.toPixel(4), y: frame.y.toPixel(40) });
});

test('a sample between two gaps is no line', () => {
  const points = [null, 10, null].map((y, x) => ({ x, y }));
  expect(build({ curves: [{ label: '', role: 'function', points }] }).curves[0]?.lines).toEqual([]);
});

test('markers up to the cursor are filled, later ones hollow, and the current one is larger', () => {
  const marks = build({ curves: [curve], cursor: 1 }).curves[0]?.marks ?? [];
  const { input } = testTheme.roles;
  const { paper } = testTheme;
  expect(marks.map(({ inside }) => inside)).toEqual([input, input, paper, paper]);
  expect(marks.map(({ ring }) => ring)).toEqual([paper, paper, input, input]);
  expect(marks[1]?.radius).toBeGreaterThan(marks[0]?.radius ?? Infinity);
});

test('a crowd of markers is small', () => {
  const points = Array.from({ length: 60 }, (_, i) => ({ x: i / 12, y: 10 }));
  const marks = build({ curves: [{ ...curve, points }] }).curves[0]?.marks ?? [];
  expect(marks).toHaveLength(60);
  expect(marks.every(({ radius }) => radius === 2)).toBe(true);
});

test('roles differ in dash and shape, not in colour alone', () => {
  const line = { label: '', points: curve.points };
  const { curves, points } = build({
    curves: [
      { ...line, role: 'input' },
      { ...line, role: 'gradient' },
    ],
    points: [
      { x: 0, y: 1, role: 'input' },
      { x: 0, y: 1, role: 'gradient' },
    ],
  });
  expect(curves[0]?.dash).not.toEqual(curves[1]?.dash);
  expect(points.map(({ shape }) => shape)).toEqual(['circle', 'triangle']);
});

test('a point at the edge is drawn, one outside is not', () => {
  const points = [5, 6].map((x) => ({ x, y: 0, role: 'good' as const }));
  const { points: drawn, frame } = build({ points });
  expect(drawn.map(({ x }) => x)).toEqual([frame.x.toPixel(5)]);
});

test('the tip of an arrow keeps off the point it leads to', () => {
  const arrows = [{ from: { x: -5, y: 25 }, to: { x: 0, y: 25 }, role: 'gradient' as const }];
  const tip = (points: ChartSpec['points']) =>
    build({ arrows, points }).arrows[0]?.shape.head?.[0].x ?? 0;
  expect(tip([]) - tip([{ x: 0, y: 25, role: 'input' }])).toBeCloseTo(6, 9);
});

test('the same chart is laid out the same way twice', () => {
  const twice = [0, 1].map(() => JSON.stringify(build({ curves: [curve] })));
  expect(twice[0]).toBe(twice[1]);
});
