import { format } from '../format.ts';

/** An entry of a matrix in at most seven characters: the full number stands in `data-value`. */
export function entryText(value: number | null): string {
  const text = format(value, 3);
  if (value === null || text.length <= 6) return text;
  const size = Math.abs(value);
  if (size >= 1e-3 && size < 1) return format(Number(value.toFixed(3)));
  return size < 1e-3 || size >= 1e5 ? value.toExponential(0).replace('+', '') : text;
}
