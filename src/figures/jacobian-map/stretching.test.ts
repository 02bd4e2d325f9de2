import { linalg, tensor } from '@calculus/autograd';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Matrix2, apply, determinant } from './plane-map.ts';
import { stretches } from './stretching.ts';

const entry = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.double({ min: -50, max: 50, noNaN: true }),
);
const row = fc.tuple(entry, entry);
const matrices: fc.Arbitrary<Matrix2> = fc.tuple(row, row);

test('the matrix takes each direction to its image, stretched by its singular value', () => {
  fc.assert(
    fc.property(matrices, (matrix) => {
      for (const { length, direction, image } of stretches(matrix)) {
        const { x, y } = apply(matrix, direction);
        expect(x).toBeCloseTo(length * image.x, 10);
        expect(y).toBeCloseTo(length * image.y, 10);
      }
    }),
  );
});

test('directions and images are of length 1 and at right angles', () => {
  fc.assert(
    fc.property(matrices, (matrix) => {
      const [first, second] = stretches(matrix);
      for (const key of ['direction', 'image'] as const) {
        expect(Math.hypot(first[key].x, first[key].y)).toBeCloseTo(1, 12);
        const dot = first[key].x * second[key].x + first[key].y * second[key].y;
        expect(dot).toBeCloseTo(0, 12);
      }
    }),
  );
});

test('the values are those of svdvals, and their product is the size of the determinant', () => {
  fc.assert(
    fc.property(matrices, (matrix) => {
      const [first, second] = stretches(matrix);
      const values = linalg.svdvals(tensor(matrix, { dtype: 'float64' })).tolist() as number[];
      expect(first.length).toBeCloseTo(values[0] ?? NaN, 10);
      expect(second.length).toBeCloseTo(values[1] ?? NaN, 10);
      expect(first.length * second.length).toBeCloseTo(Math.abs(determinant(matrix)), 9);
    }),
  );
});

test('quarter turns, mirrors and zero are exact', () => {
  const lengths = (matrix: Matrix2) => stretches(matrix).map(({ length }) => length);
  expect(lengths([[0, -1], [1, 0]])).toEqual([1, 1]); // prettier-ignore
  expect(lengths([[0, 1], [1, 0]])).toEqual([1, 1]); // prettier-ignore
  expect(lengths([[2, 0], [0, 0.5]])).toEqual([2, 0.5]); // prettier-ignore
  expect(lengths([[2, 1], [2, 1]])).toEqual([Math.sqrt(10), 0]); // prettier-ignore
  expect(lengths([[0, 0], [0, 0]])).toEqual([0, 0]); // prettier-ignore
});
