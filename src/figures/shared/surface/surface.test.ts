import { expect, test } from 'vitest';
import { at } from '../at.ts';
import {
  axes,
  backToFront,
  heights,
  onPaper,
  patches,
  seen,
  straight,
  stretches,
  valueAt,
} from './surface.ts';

const flat = { turn: 0, tilt: 0 };

test('from the side, what is higher is drawn higher, and a quarter turn brings the right to the back', () => {
  const low = seen({ x: 0, y: 0, height: 0 }, flat);
  const high = seen({ x: 0, y: 0, height: 1 }, flat);
  expect(high.y).toBeLessThan(low.y);
  const turned = seen({ x: 1, y: 0, height: 0 }, { turn: 90, tilt: 0 });
  expect(turned.x).toBeCloseTo(0, 12);
  expect(turned.depth).toBeGreaterThan(low.depth);
});

test('from above, height does not show', () => {
  const view = { turn: 0, tilt: 90 };
  expect(seen({ x: 0, y: 0, height: 1 }, view).y).toBeCloseTo(
    seen({ x: 0, y: 0, height: 0 }, view).y,
    12,
  );
});

test('axes are the edges in front, which the surface does not hide', () => {
  for (const turn of [-135, -45, 45, 135]) {
    const view = { turn, tilt: 30 };
    const depths = [-1, 1].flatMap((x) => [-1, 1].map((y) => seen({ x, y, height: 0 }, view)));
    const nearest = depths.toSorted((a, b) => a.depth - b.depth)[0];
    for (const { from, to } of axes(view, ['x', 'y'])) expect([from, to]).toContainEqual(nearest);
  }
});

const field = { columns: 5, rows: 5, values: Array.from({ length: 25 }, (_, index) => index) };

test('heights run from 0 to 1, and a level field has height 0', () => {
  expect(heights(field)(0)).toBe(0);
  expect(heights(field)(24)).toBe(1);
  expect(heights({ ...field, values: field.values.map(() => 7) })(7)).toBe(0);
});

test('patches are drawn from back to front, and one without a value is left out', () => {
  const drawn = backToFront(patches(field, { turn: 0, tilt: 30 }));
  expect(drawn).toHaveLength(4);
  // Rows go back as they go up: the upper rows are higher and further.
  expect(at(drawn, 0).height).toBeGreaterThan(at(drawn, 3).height);
  const holed = { ...field, values: field.values.map((value) => (value === 0 ? null : value)) };
  expect(patches(holed, flat)).toHaveLength(3);
});

const window = { x: { min: 0, max: 4 }, y: { min: 0, max: 4 } };

test('a line is drawn inside the window only, on the surface or at its own height', () => {
  const line = [
    { x: 2, y: 2 },
    { x: 9, y: 2 },
  ];
  const [here, outside] = onPaper(line, field, window, flat);
  expect(outside).toBeNull();
  const higher = onPaper([{ x: 2, y: 2, z: 24 }], field, window, flat);
  expect(at(higher, 0)?.y).toBeLessThan(here?.y ?? NaN);
});

test('a line behind a hill is drawn before the hill, and one in front of it after', () => {
  // A ridge from left to right through the middle, seen from the front and level.
  const ridge = {
    columns: 5,
    rows: 5,
    values: Array.from({ length: 25 }, (_, index) => 2 - Math.abs(Math.floor(index / 5) - 2)),
  };
  const view = { turn: 0, tilt: 20 };
  const front = Math.min(...patches(ridge, view).map(({ depth }) => depth));
  const across = (y: number) =>
    at(
      stretches(
        onPaper(
          straight([
            { x: 1, y },
            { x: 3, y },
          ]),
          ridge,
          window,
          view,
        ),
      ),
      0,
    );
  expect(across(3.5).depth).toBeGreaterThan(front);
  expect(across(0.5).depth).toBeLessThan(front);
});

test('stretches are short, follow each other, and leave a gap where a place is missing', () => {
  const place = (x: number) => ({ x, y: 0, depth: 0 });
  const drawn = stretches([place(0), place(0.2), null, place(1), place(1.05)]);
  expect(drawn.map(({ points }) => points)).toEqual([
    '0.000,0.000 0.100,0.000',
    '0.100,0.000 0.200,0.000',
    '1.000,0.000 1.050,0.000',
  ]);
  expect(drawn.map(({ before }) => before)).toEqual([0, 0.1, 0.2]);
});

test('between samples a value is taken in proportion, and none where one is missing', () => {
  // The samples are column + 5 row: in the middle of the first four, half of 0 + 1 and of 5 + 6.
  expect(valueAt(field, { x: -0.75, y: -0.75 })).toBeCloseTo(3, 12);
  expect(valueAt(field, { x: 1, y: 1 })).toBe(24);
  const holed = { ...field, values: field.values.map((value) => (value === 6 ? null : value)) };
  expect(valueAt(holed, { x: -0.75, y: -0.75 })).toBeNull();
});

test('a straight line keeps its ends', () => {
  const line = straight([
    { x: 0, y: 1 },
    { x: 4, y: 3 },
  ]);
  expect(at(line, 0)).toEqual({ x: 0, y: 1 });
  expect(at(line, -1)).toEqual({ x: 4, y: 3 });
});
