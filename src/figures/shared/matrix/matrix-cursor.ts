/** Where an arrow key leads from one entry of a matrix: never out of it. */

export interface Entry {
  row: number;
  column: number;
}

const moves = new Map<string, (from: Entry, last: Entry) => Entry>([
  ['ArrowUp', ({ row, column }) => ({ row: row - 1, column })],
  ['ArrowDown', ({ row, column }) => ({ row: row + 1, column })],
  ['ArrowLeft', ({ row, column }) => ({ row, column: column - 1 })],
  ['ArrowRight', ({ row, column }) => ({ row, column: column + 1 })],
  ['Home', ({ row }) => ({ row, column: 0 })],
  ['End', ({ row }, { column }) => ({ row, column })],
]);

/** The entry that `key` leads to in a matrix of this shape, or null for a key that means nothing. */
export function entryTowards(
  key: string,
  from: Entry,
  rows: number,
  columns: number,
): Entry | null {
  const last = { row: rows - 1, column: columns - 1 };
  const to = moves.get(key)?.(from, last);
  return to ? { row: within(to.row, last.row), column: within(to.column, last.column) } : null;
}

const within = (index: number, last: number): number => Math.max(0, Math.min(index, last));
