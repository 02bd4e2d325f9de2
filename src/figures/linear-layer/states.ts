import type { Params } from './experiment.ts';

/** What audits and tests visit, as changes to the defaults. */
export const states: readonly Partial<Params>[] = [
  {},
  { loss: 'mean', seed: 3 },
  { loss: 'mse' },
  { batch: 1, in: 1, out: 1, seed: 99, loss: 'mse' },
  { batch: 8, in: 6, out: 6, seed: 17 },
  { batch: 8, in: 2, out: 5, seed: 42, loss: 'mse' },
  { batch: 1, in: 1, out: 1, seed: 0 },
  { batch: 8, in: 6, out: 6, seed: 99 },
  { batch: 1, loss: 'mean' },
];
