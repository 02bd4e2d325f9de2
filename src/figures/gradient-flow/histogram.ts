import type { Range } from '../shared/contract.ts';
import { niceRange } from '../shared/nice-range.ts';

export interface Histogram {
  /** What the bars span, in equal parts. */
  range: Range;
  /** Of each bar, the share of all values. */
  shares: number[];
  /** A round range of shares from 0. */
  heights: Range;
}

const bars = 24;

/** Counts values in equal parts of a range: their own unless one is given. */
export function histogramOf(values: readonly number[], given?: Range): Histogram {
  const range =
    given ??
    niceRange(
      values.reduce((least, value) => Math.min(least, value), 0),
      values.reduce((most, value) => Math.max(most, value), 0),
    );
  const shares = new Array<number>(bars).fill(0);
  for (const value of values) {
    const bar = Math.floor(((value - range.min) / (range.max - range.min)) * bars);
    const inside = Math.max(0, Math.min(bars - 1, bar));
    shares[inside] = (shares[inside] ?? 0) + 1 / values.length;
  }
  return { range, shares, heights: { min: 0, max: niceRange(0, Math.max(...shares)).max } };
}
