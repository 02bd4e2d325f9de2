import { formatted } from './format.ts';

/** The slopes towards the right and the left of a point; null on a side where f has none. */
export interface OneSidedSlopes {
  left: number | null;
  right: number | null;
}

type RealFunction = (x: number) => number;

/** Steps of the secants that stand for the one-sided limits. */
const near = 1e-6;
const wide = 1e-4;

/** What two secants on one side tend to: infinite where they grow with a smaller step, and never −0. */
function limit(narrow: number, broad: number): number | null {
  if (!Number.isFinite(narrow)) return null;
  return Math.abs(narrow) > 1 + 3 * Math.abs(broad) ? Math.sign(narrow) * Infinity : narrow + 0;
}

/**
 * The one-sided slopes at a kink, or null where the function has none. The slopes of a smooth
 * function come together as the step shrinks (their gap is about |f″| times the step); at a kink
 * the gap stays. A slope that grows without bound is infinite.
 */
export function kinkAt(f: RealFunction, x: number): OneSidedSlopes | null {
  const y = f(x);
  if (!Number.isFinite(y)) return null;
  const slope = (h: number) => (f(x + h) - y) / h;
  const left = limit(slope(-near), slope(-wide));
  const right = limit(slope(near), slope(wide));
  if (left === null || right === null) return left === right ? null : { left, right };
  if (left === right) return null;
  const gap = Math.abs(right - left);
  const wideGap = Math.abs(slope(wide) - slope(-wide));
  const size = 1 + Math.abs(slope(near)) + Math.abs(slope(-near));
  return gap > 1e-3 * size && gap > wideGap / 2 ? { left, right } : null;
}

/** A one-sided slope in words. */
export function sideWords(slope: number | null): string {
  if (slope === null) return 'none';
  return Number.isFinite(slope) ? formatted(slope) : 'growing without bound';
}
