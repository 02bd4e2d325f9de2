import { expect, test } from 'vitest';
import * as n from './numbers.ts';

test('both rows of (x² + y, xy) at (1, 2) are (2, 1): area 0, longest stretch √10', () => {
  expect(n.standardArea).toBe(0);
  expect(n.standardStretches[0]).toBeCloseTo(Math.sqrt(10), 6);
  expect(n.standardStretches[1]).toBeCloseTo(0, 6);
});

test('the square of x + iy multiplies areas by 4(x² + y²)', () => {
  expect(n.square.det).toBeCloseTo(20, 12);
  // The mean of 4(x² + y²) over a square of side s around (1, 2) is 20 + 2s²/3.
  expect(n.square.areaFactor).toBeCloseTo(20 + 2 / 3, 6);
  expect(n.smallSquare.areaFactor).toBeCloseTo(20 + 0.02 / 3, 6);
  expect(n.halfArea).toBeCloseTo(5, 12);
  expect(n.halfStretches[0]).toBeCloseTo(Math.sqrt(5), 12);
});

test('the Jacobian of (xy, x + y²) at (2, 3) has the rows (3, 2) and (1, 6)', () => {
  expect(n.product).toEqual([
    [3, 2],
    [1, 6],
  ]);
});

test('the second column is (1, x₁, −sin x₂), and the determinant of W = [[1, ½], [−½, 1]] is 5/4', () => {
  const [first, second, third] = n.column(1);
  expect([first, second]).toEqual([1, 1]);
  expect(third).toBeCloseTo(-Math.sin(2), 6);
  expect(n.weightDet).toBe(1.25);
});

test('v = (0, 0, 1) picks the third row, (cos 1, −sin 2)', () => {
  const [first, second] = n.vjp(0, 0, 1);
  expect(first).toBeCloseTo(Math.cos(1), 6);
  expect(second).toBeCloseTo(-Math.sin(2), 6);
});
