import type { Params } from './experiment.ts';

const rosenbrock = { f: '(1-x)^2+100(y-x^2)^2', x: -1.2, y: 1 };
const wells = { f: 'x^2/8+1.5-1.5exp(-8(x-2)^2)', x: 2.3, y: 0 };

/** What audits and tests visit, as changes to the defaults. */
export const states: readonly Partial<Params>[] = [
  {},
  { rate: 0.2 },
  { rate: 0.21, steps: 200 },
  { schedule: 'step', rate: 0.15 },
  { schedule: 'exponential', rate: 0.3 },
  { schedule: 'cosine', rate: 0.3 },
  { schedule: 'one-cycle', rate: 0.3 },
  { schedule: 'warm-up', rate: 0.15 },
  { f: 'x^2+y^2', rate: 1 },
  { f: '(x^2+100y^2)/2', rate: 0.0198 },
  { ...rosenbrock, rate: 0.001 },
  { ...rosenbrock, schedule: 'one-cycle', rate: 0.002 },
  { ...wells, rate: 0.05 },
  { ...wells, rate: 0.12, schedule: 'cosine' },
  { rate: 10 },
  { rate: 1e-4, x: 4, y: 4 },
  { x: -4, y: -4, steps: 10 },
  { f: 'x^2-y^2', x: 2, y: 0.5 },
  { f: 'ln(x)+y^2', x: -1 },
  { f: 'ln(x)^2', x: 1, y: 0, rate: 0.5 },
  { f: 'abs(x)+abs(y)', rate: 0.3 },
  { f: '7' },
];
