import { printed } from './program.ts';

const entry = (value: number | null): string =>
  value === null ? 'not defined' : printed(value, '.4g');

/** (1, 2): a vector with four significant digits an entry. */
export const vectorText = (vector: readonly (number | null)[]): string =>
  `(${vector.map(entry).join(', ')})`;

/** [[1, 0.5], [0.5, 2]]: a matrix row by row, as PyTorch writes it. */
export const matrixText = (matrix: readonly (readonly (number | null)[])[]): string =>
  `[${matrix.map((row) => `[${row.map(entry).join(', ')}]`).join(', ')}]`;

/** [4, 3]: a shape, as PyTorch writes it. */
export const shapeText = (shape: readonly number[]): string => `[${shape.join(', ')}]`;
