import type { Params } from './experiment.ts';

/** What audits and tests visit, as changes to the defaults. */
export const states: readonly Partial<Params>[] = [
  {},
  { x2: 0.5, x4: -2 },
  { case: 'saturated' },
  { case: 'saturated', x1: 0.1, x3: 3 },
  { case: 'copies', x2: 1.5 },
  { seed: 7, case: 'copies' },
  { seed: 0, x1: -4, x2: -4, x3: -4, x4: -4, x5: -4 },
  { seed: 99, x1: 4, x2: 4, x3: 4, x4: 4, x5: 4 },
];
