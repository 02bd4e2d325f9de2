/** A piece of a text: words as they are, or a matrix with its entries as text, row by row. */
export type TextPart = { words: string; matrix: null } | { words: null; matrix: string[][] };

/** A matrix as texts of the course write it: [[1, 0.5], [0.5, 2]]. */
const written = /(\[\[[^[\]]*\](?:, \[[^[\]]*\])*\])/;

/** Splits a text at its matrices, so that they can be set as rows and columns. */
export const matricesIn = (text: string): TextPart[] =>
  text
    .split(written)
    .map((part, index): TextPart =>
      index % 2 === 0 ? { words: part, matrix: null } : { words: null, matrix: rowsOf(part) },
    )
    .filter(({ words }) => words !== '');

const rowsOf = (matrix: string): string[][] =>
  matrix
    .slice(2, -2)
    .split('], [')
    .map((row) => row.split(', '));
