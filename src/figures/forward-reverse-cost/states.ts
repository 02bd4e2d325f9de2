import type { Params } from './experiment.ts';

/** What audits and tests visit, as changes to the defaults. */
export const states: readonly Partial<Params>[] = [
  {},
  { n: 1, m: 100 },
  { n: 10, m: 10, depth: 9 },
  { n: 3, m: 2, depth: 2 },
  { n: 1000, m: 1, depth: 100 },
  { n: 1, m: 1 },
  { n: 40, m: 1000, depth: 5 },
];
