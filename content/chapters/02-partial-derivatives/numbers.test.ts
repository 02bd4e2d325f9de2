import { expect, test } from 'vitest';
import * as n from './numbers.ts';

test('the slope of x²y + xy² along x is 2xy + y²', () => {
  expect(n.surface(1, 2)).toMatchObject({ value: 6, dfdx: 8, dfdy: 5 });
  expect(n.surface(1, -1).dfdx).toBe(-1);
});

test('with y tied to 2x the function is 6x³, of slope 18 at 1', () => {
  expect(n.tied.dfdx).toBe(18);
});

test('along the y axis the slope of xy/(x² + y²) along x is 1/y, which grows without bound', () => {
  expect(n.pinch(0, 0.1).dfdx).toBeCloseTo(10, 4);
});

test('a summed loss gives the bias the batch size, a mean of eight outputs half of 1', () => {
  expect(n.summed.db).toEqual([4, 4]);
  expect(n.averaged.db).toEqual([0.5, 0.5]);
  expect(n.firstColumn.split(' + ')).toHaveLength(4);
});
