import type { Params } from './experiment.ts';

/** What audits and tests visit, as changes to the defaults. */
export const states: readonly Partial<Params>[] = [
  {},
  { causal: 'no', seed: 0 },
  { temperature: 0.02 },
  { temperature: 50, causal: 'no' },
  { tokens: 'be', width: 8, seed: 99 },
  { tokens: 'no', width: 1, seed: 7 },
  { tokens: 'learn', causal: 'no', width: 4, seed: 42 },
  { stage: 0 },
  { stage: 4 },
  { stage: 16 },
  { temperature: 0.02, width: 8, causal: 'no', seed: 3 },
];
