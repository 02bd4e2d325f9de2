import type { Params } from './experiment.ts';

/** What audits and tests visit, as changes to the defaults. */
export const states: readonly Partial<Params>[] = [
  {},
  { v1: 0, v2: 1, v3: 0, u1: 1, u2: 0 },
  { v1: 0, v2: 0, v3: 0, u1: 0, u2: 0, n: 1, m: 1 },
  { v1: -3, v2: 2.75, v3: 3, u1: -2.25, u2: 3, n: 12, m: 5 },
  { v1: 1, v2: 1, v3: 1, n: 200, m: 1 },
  { v1: -3, v2: -3, v3: -3, u1: -3, u2: -3, n: 1, m: 1 },
  { v1: 3, v2: 3, v3: 3, u1: 3, u2: 3, n: 1000, m: 1000 },
];
