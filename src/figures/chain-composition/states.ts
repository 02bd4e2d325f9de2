import type { Params } from './experiment.ts';

/** What audits and tests visit, as changes to the defaults. */
export const states: readonly Partial<Params>[] = [
  {},
  { x: 0 },
  { x: -1.7 },
  { x: 3, nudge: 0.5 },
  { x: 0.3, nudge: 0.001 },
  { x: -3, nudge: 0.001 },
];
