/** Weights and biases of a network of fully connected layers of these widths, inputs first. */
export function parametersOf(widths: readonly number[]): number {
  return widths
    .slice(1)
    .reduce((sum, outputs, layer) => sum + outputs * ((widths[layer] ?? 0) + 1), 0);
}

const units = ['bytes', 'kB', 'MB', 'GB', 'TB', 'PB', 'EB'];

/** What so many float32 numbers take to store: 41 GB. */
export function storage(count: number): string {
  const bytes = 4 * count;
  const power = Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  return `${String(Number((bytes / 1000 ** power).toPrecision(2)))} ${units[power] ?? ''}`;
}
