import { formatted } from './format.ts';
import { printed } from './program.ts';

type Entry = number | null;

/** In plain ASCII, so that a readout can be read back; a zero has no sign, a power of ten is 1e-8. */
const entry = (value: Entry): string =>
  value === null ? 'not defined' : printed(value + 0, '.4g').replace(/e\+?(-?)0*/, 'e$1');

/** (1, -2): a vector as a readout shows it, with four significant digits an entry. */
export const vectorText = (vector: readonly Entry[]): string => `(${vector.map(entry).join(', ')})`;

/** [[1, 0.5], [0.5, 2]]: a matrix as a readout shows it, row by row. */
export const matrixText = (matrix: readonly (readonly Entry[])[]): string =>
  `[${matrix.map((row) => `[${row.map(entry).join(', ')}]`).join(', ')}]`;

/** (1, −2): a vector or a point inside a sentence. */
export const formattedVector = (vector: readonly Entry[]): string =>
  `(${vector.map((value) => formatted(value)).join(', ')})`;

/** [[1, 0.5], [0.5, 2]]: a matrix inside a sentence. */
export const formattedMatrix = (matrix: readonly (readonly Entry[])[]): string => formatted(matrix);

/** [4, 3]: a shape, as PyTorch writes it. */
export const shapeText = (shape: readonly number[]): string => `[${shape.join(', ')}]`;
