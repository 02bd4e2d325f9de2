import { expect, test } from 'vitest';
import { scene } from './scene.ts';
import { chart, testTheme } from './testing.ts';
import type { Curve } from './types.ts';

const square: Curve = {
  ...{ label: '', role: 'input' },
  points: [
    { x: 0, y: 10 },
    { x: 1, y: 10 },
    { x: 1, y: null },
    { x: 1, y: 20 },
    { x: 0, y: 20 },
  ],
};
const size = { width: 520, height: 325 };

test('a filled curve is an area in its colour, without its gaps; others are none', () => {
  const made = scene(chart({ curves: [{ ...square, filled: true }, square] }), testTheme, size);
  expect(made.areas).toHaveLength(1);
  expect(made.areas[0]?.ring).toHaveLength(4);
  expect(made.areas[0]?.colour).toBe(testTheme.roles.input);
});

test('exact axes end where they say', () => {
  const axes = { x: { label: 'x', min: 0.13, max: 4.9 }, y: { label: 'y', min: -1.1, max: 3.67 } };
  const { frame } = scene(chart({ ...axes, exact: true }), testTheme, size);
  expect([frame.x.min, frame.x.max, frame.y.min, frame.y.max]).toEqual([0.13, 4.9, -1.1, 3.67]);
});
