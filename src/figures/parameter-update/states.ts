import type { Params } from './experiment.ts';

/** What audits and tests visit, as changes to the defaults. */
export const states: readonly Partial<Params>[] = [
  {},
  { rate: 0.5 },
  { rate: 1.2, w1: -2, w2: 1.7, b: 0.3 },
  { rate: 1, w1: 0, w2: 0, b: 0 },
  { rate: 0.01, w1: -2, w2: -2, b: -2 },
  { rate: 1.2, w1: 2, w2: 2, b: 2 },
];
