import { expect, test } from 'vitest';
import { testTheme } from '../testing.ts';
import { curveLabel } from './names.ts';
import { placeLabels } from './place.ts';

const bounds = { left: 0, top: 0, right: 400, bottom: 200 };

test('three curves that are the same straight line have labels that do not cover each other', () => {
  const line = [
    { x: 0, y: 0 },
    { x: 400, y: 200 },
  ];
  const labels = ['gradient descent', 'momentum', 'Newton'].map((label) =>
    curveLabel({ label, role: 'function', points: [] }, line, testTheme),
  );
  const placed = placeLabels(
    labels.filter((label) => label !== null),
    [],
    bounds,
  );
  const apart = placed.flatMap(({ x, y }, index) =>
    placed
      .slice(index + 1)
      .map((other) => Math.abs(other.y - y) >= 15 || Math.abs(other.x - x) >= 100),
  );
  expect(apart).toEqual([true, true, true]);
});
