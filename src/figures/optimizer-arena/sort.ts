type Cell = number | string | null;

export interface Order {
  column: number;
  descending: boolean;
}

/** Clicked again, a column turns round. */
export const turned = (order: Order, column: number): Order => ({
  column,
  descending: order.column === column && !order.descending,
});

/** Rows in order of one column, empty cells last either way; equal rows stay as they were. */
export function sorted<Row extends readonly Cell[]>(
  rows: readonly Row[],
  { column, descending }: Order,
): Row[] {
  return rows.toSorted((a, b) => {
    const left = a[column] ?? null;
    const right = b[column] ?? null;
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    const order =
      typeof left === 'number' && typeof right === 'number'
        ? left - right
        : String(left).localeCompare(String(right), 'en');
    return descending ? -order : order;
  });
}
