import { expect, test } from 'vitest';
import { angleOf, direction } from './direction.ts';

test('quarter turns are exact, whole turns change nothing', () => {
  expect([0, 90, 180, 270, 360, -90].map(direction)).toEqual([
    { x: 1, y: 0 },
    { x: 0, y: 1 },
    { x: -1, y: 0 },
    { x: 0, y: -1 },
    { x: 1, y: 0 },
    { x: 0, y: -1 },
  ]);
});

test('the angle of a direction is the angle it was made from', () => {
  for (const angle of [0, 30, 90, 135, 200, 359])
    expect(angleOf(direction(angle))).toBeCloseTo(angle, 10);
});

test('the length does not matter to the angle', () => {
  // (0, −2) points straight down, three quarters of a turn from the x axis.
  expect(angleOf({ x: 0, y: -2 })).toBe(270);
});
