import { expect, test } from 'vitest';
import { around, placeLabels } from './place.ts';

const bounds = { left: 0, top: 0, right: 200, bottom: 100 };
const label = (text: string, x: number, y: number, optional = false) => ({
  text,
  colour: 'black',
  width: 30,
  optional,
  places: around({ x, y }, 30, 5),
});

test('a label with room stands to the right of its point', () => {
  expect(placeLabels([label('a', 50, 50)], [], bounds)[0]).toMatchObject({ x: 75, y: 50 });
});

test('a label avoids what is drawn', () => {
  const line = Array.from({ length: 40 }, (_, i) => ({ x: 50 + i, y: 50 }));
  const [placed] = placeLabels([label('a', 50, 50)], line, bounds);
  expect(Math.abs((placed?.y ?? 50) - 50)).toBeGreaterThan(7);
});

test('two labels of one point do not cover each other', () => {
  const [a, b] = placeLabels([label('a', 50, 50), label('b', 50, 50)], [], bounds);
  const apart =
    Math.abs((a?.x ?? 0) - (b?.x ?? 0)) >= 30 || Math.abs((a?.y ?? 0) - (b?.y ?? 0)) >= 15;
  expect(apart).toBe(true);
});

test('a label at the right edge stays inside the picture', () => {
  const [placed] = placeLabels([label('a', 195, 50)], [], bounds);
  expect((placed?.x ?? 200) + 15).toBeLessThanOrEqual(200);
});

test('a label of a point outside the picture stands at its edge, whole', () => {
  const [placed] = placeLabels([label('a', 260, -40)], [], bounds);
  expect(placed).toMatchObject({ x: 200 - 30 / 2, y: 15 / 2 });
});

test('an optional label is left out where it would always hide something', () => {
  const everywhere = Array.from({ length: 2000 }, (_, i) => ({
    x: (i * 4) % 200,
    y: (i % 40) * 2.5,
  }));
  expect(placeLabels([label('a', 100, 50, true)], everywhere, bounds)).toEqual([]);
  expect(placeLabels([label('a', 100, 50)], everywhere, bounds)).toHaveLength(1);
});
