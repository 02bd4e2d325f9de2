import type { Work } from '../shared/contract.ts';
import { at } from '../shared/at.ts';
import { places } from '../shared/sample-curve.ts';
import { type Course, type Descent, descend, endsLower } from './trajectory.ts';

export const rateRange = { min: 1e-4, max: 10 };
const count = 60;
const halvings = 9;

/** So many rates from end to end, each as many times the one before. */
export const rates: readonly number[] = places(
  { min: Math.log10(rateRange.min), max: Math.log10(rateRange.max) },
  count,
).map((power) => Number((10 ** power).toPrecision(12)));

/** The largest rate below which every run ends lower than it began, as close as runs can tell. */
export interface Edge {
  /** The largest rate tried that is stable; null where not even the smallest is. */
  stable: number | null;
  /** The smallest rate tried that is not; null where all are stable. */
  unstable: number | null;
}

export interface Sweep {
  descents: Descent[];
  edge: Edge;
  /** Of all runs the one that ends lowest; null where none ends with a number. */
  lowest: Descent | null;
}

/** Runs every rate, then halves the gap at the edge of stability in logarithm. Yields how far it is. */
export function* sweep(course: Course): Work<Sweep> {
  const all = count + halvings;
  const descents: Descent[] = [];
  for (const rate of rates) {
    descents.push(descend(course, rate));
    yield descents.length / all;
  }
  const first = descents.findIndex((descent) => !endsLower(descent));
  let stable = first === 0 ? null : at(rates, first - 1);
  let unstable = first === -1 ? null : at(rates, first);
  for (let halving = 1; halving <= halvings && stable !== null && unstable !== null; halving++) {
    const middle = Math.sqrt(stable * unstable);
    if (endsLower(descend(course, middle))) stable = middle;
    else unstable = middle;
    yield (count + halving) / all;
  }
  if (first === -1) stable = at(rates, -1);
  return { descents, edge: { stable, unstable }, lowest: lowestOf(descents) };
}

function lowestOf(descents: readonly Descent[]): Descent | null {
  const ended = descents.filter(({ lostAt }) => lostAt === null);
  const [first] = ended;
  if (!first) return null;
  return ended.reduce((low, one) => (at(one.losses, -1) < at(low.losses, -1) ? one : low), first);
}
