import type { Params } from './experiment.ts';

/** What audits and tests visit, as changes to the defaults. */
export const states: readonly Partial<Params>[] = [
  {},
  { seed: 0 },
  { seed: 2, stage: 5 },
  { seed: 3 },
  { seed: 42 },
  { seed: 99 },
  { seed: 0, stage: 0 },
  { seed: 0, stage: 7 },
  { seed: 99, stage: 18 },
];
