import { expect, test } from 'vitest';
import { at } from '../shared/at.ts';
import { heights, patches, pathOnPaper, seen } from './surface.ts';

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

const field = { columns: 5, rows: 5, values: Array.from({ length: 25 }, (_, index) => index) };

test('heights run from 0 to 1, and a level field has height 0', () => {
  expect(heights(field)(0)).toBe(0);
  expect(heights(field)(24)).toBe(1);
  expect(heights({ ...field, values: field.values.map(() => 7) })(7)).toBe(0);
});

test('patches are drawn from back to front, and one without a value is left out', () => {
  const drawn = patches(field, { turn: 0, tilt: 30 });
  expect(drawn).toHaveLength(4);
  // Rows go back as they go up: the upper rows are higher and further.
  expect(at(drawn, 0).height).toBeGreaterThan(at(drawn, 3).height);
  const holed = { ...field, values: field.values.map((value) => (value === 0 ? null : value)) };
  expect(patches(holed, flat)).toHaveLength(3);
});

test('a path is drawn inside the square only', () => {
  const path = [
    { x: 0, y: 0, loss: 0 },
    { x: 9, y: 0, loss: 0 },
  ];
  expect(pathOnPaper(path, field, 1, flat)).toHaveLength(1);
});
