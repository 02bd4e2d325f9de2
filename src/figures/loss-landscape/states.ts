import type { Params } from './experiment.ts';

/** What audits and tests visit, as changes to the defaults. */
export const states: readonly Partial<Params>[] = [
  {},
  { direction: 'random', range: 1 },
  { data: 'circles', direction: 'gradient', seed: 99 },
  { data: 'xor', direction: 'principal', range: 5, seed: 7 },
  { data: 'spiral', direction: 'random', range: 0.1, seed: 3 },
];
