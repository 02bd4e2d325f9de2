import type { Params } from './experiment.ts';

/** What audits and tests visit, as changes to the defaults: each regime, then the ends of the sliders. */
export const states: readonly Partial<Params>[] = [
  {},
  { beta: 0 },
  { alpha: 1, beta: 0 },
  { alpha: 0.25, beta: 0.25 },
  { alpha: 0.1, beta: 0.2 },
  { alpha: 1.5, beta: 0 },
  { alpha: 2.25, beta: 0.25 },
  { alpha: 2.4, beta: 0.25 },
  { alpha: 2.5, beta: 0.25 },
  { alpha: 2.6, beta: 0.25 },
  { beta: 1 },
  { alpha: 4, beta: 1 },
  { alpha: 4, beta: 1, lambda: 1.05 },
  { beta: 1.1 },
  { alpha: 0.01, beta: 1.1, lambda: 0.25 },
  { alpha: 4, beta: 1.1, lambda: 4 },
  { alpha: 0.01, beta: 0.99 },
];
