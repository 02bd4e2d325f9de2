import type { Part } from './parts.ts';

/** Which entries of other matrices meet in the entry that is explained. */
export type Marks = Partial<Record<Part, (row: number, column: number) => boolean>>;

export interface Explained {
  symbols: string;
  numbers: string;
  marks: Marks;
}

export const inRow = (wanted: number) => (row: number) => row === wanted;
export const inColumn = (wanted: number) => (_: number, column: number) => column === wanted;
export const only = (row: number, column: number) => (i: number, j: number) =>
  i === row && j === column;
