export interface Column {
  key: string;
  label: string;
  unit: string;
  goal: number;
  /** The goal is a least and not a most. */
  atLeast?: boolean;
}

const misses = ({ goal, atLeast }: Column, value: number): boolean =>
  atLeast ? value < goal : !(value <= goal);

/** Prints a row as soon as it is measured, marks what misses its goal, and counts those. */
export async function printTable(
  title: string,
  columns: readonly Column[],
  names: readonly string[],
  measure: (name: string) => Promise<Record<string, number>>,
): Promise<number> {
  const print = (first: string, cells: readonly string[]) => {
    process.stdout.write(`${first.padEnd(28)}${cells.map((cell) => cell.padStart(13)).join('')}\n`);
  };
  print(
    title,
    columns.map(({ label }) => label),
  );
  print(
    'goal',
    columns.map(({ goal, unit, atLeast }) => `${atLeast ? '≥' : '≤'} ${goal} ${unit}`.trim()),
  );
  let count = 0;
  for (const name of names) {
    const values = await measure(name);
    const cells = columns.map((column) => {
      const value = values[column.key] ?? NaN;
      if (!misses(column, value)) return shown(value);
      count += 1;
      return `${shown(value)} !`;
    });
    print(name, cells);
  }
  process.stdout.write('\n');
  return count;
}

const shown = (value: number): string => (value < 1 ? value.toFixed(3) : value.toFixed(0));
