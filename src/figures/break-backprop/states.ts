import type { Params } from './experiment.ts';

/** What audits and tests visit, as changes to the defaults. */
export const states: readonly Partial<Params>[] = [
  {},
  { fault: 'wrong order' },
  { fault: 'overwrite instead of add', rate: 0.01 },
  { fault: 'no zero_grad', w: -1.3 },
  { fault: 'detached branch', w: 2, rate: 0.002 },
  { w: -2, rate: 0.05 },
  { w: 2, rate: 0.001 },
  { fault: 'overwrite instead of add', w: -0.5 },
  { fault: 'wrong order', w: -2, rate: 0.05 },
  { fault: 'no zero_grad', w: 2, rate: 0.05 },
];
