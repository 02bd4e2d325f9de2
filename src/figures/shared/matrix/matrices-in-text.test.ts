import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matrixText } from '../text.ts';
import { matricesIn } from './matrices-in-text.ts';

test('a text without a matrix is one piece of words', () => {
  expect(matricesIn('(-1, -2)')).toEqual([{ words: '(-1, -2)', matrix: null }]);
  expect(matricesIn('of shape [1, 2, 1, 3]')).toHaveLength(1);
  expect(matricesIn('')).toEqual([]);
});

test('a matrix inside a sentence stands between its words', () => {
  expect(matricesIn('At (1, 2) J = [[2, −1], [0.5, 4]]. Its determinant is 8.5.')).toEqual([
    { words: 'At (1, 2) J = ', matrix: null },
    { words: null, matrix: [['2', '−1'], ['0.5', '4']] }, // prettier-ignore
    { words: '. Its determinant is 8.5.', matrix: null },
  ]);
});

test('what matrixText writes is read back entry by entry', () => {
  const entry = fc.double({ min: -1e9, max: 1e9, noNaN: true });
  const row = fc.tuple(entry, entry, entry);
  fc.assert(
    fc.property(row, row, (first, second) => {
      const [{ matrix } = { matrix: null }] = matricesIn(matrixText([first, second]));
      const numbers = (matrix ?? []).map((entries) => entries.map(Number));
      const wanted = [first, second].map((entries) =>
        entries.map((value) => Number(value.toPrecision(4)) + 0),
      );
      expect(numbers).toEqual(wanted);
    }),
  );
});
