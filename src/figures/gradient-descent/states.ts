import type { Params } from './experiment.ts';

/** What audits and tests visit, as changes to the defaults. */
export const states: readonly Partial<Params>[] = [
  {},
  { rate: 0.3, start: 8 },
  { steps: 50 },
  { rate: 1 },
  { rate: 1.05, steps: 100 },
  { rate: 0.5, start: -3.3 },
  { rate: 0.9, start: 5, target: 5 },
  { rate: 0.01, start: -10, target: 10, steps: 1 },
  { rate: 1.1, start: 10, target: -10, steps: 100 },
];
