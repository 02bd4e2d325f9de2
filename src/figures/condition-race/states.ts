import type { Params } from './experiment.ts';

/** What audits and tests visit, as changes to the defaults. */
export const states: readonly Partial<Params>[] = [
  {},
  { method: 'momentum' },
  { method: 'Newton' },
  { kappa: 1 },
  { kappa: 1, method: 'momentum' },
  { kappa: 1.06 },
  { kappa: 100, method: 'momentum' },
  { kappa: 200 },
  { kappa: 200, method: 'momentum' },
  { kappa: 137, method: 'Newton' },
  { rate: 0.5 },
  { rate: 1.05 },
  { rate: 2 },
  { kappa: 30, method: 'momentum', rate: 0.8 },
  { kappa: 30, method: 'momentum', rate: 1.2 },
  { kappa: 200, method: 'momentum', rate: 0.1 },
  { kappa: 5, method: 'momentum', rate: 2 },
  { kappa: 1, rate: 1.5 },
];
