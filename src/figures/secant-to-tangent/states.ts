import type { Params } from './experiment.ts';

/** What audits and tests visit, as changes to the defaults. */
export const states: readonly Partial<Params>[] = [
  {},
  { f: 'sin(x)', x: 0.7, h: 0.000001 },
  { f: 'abs(x)', x: 0, h: 0.5 },
  { f: 'abs(x)', x: 0, h: 0.5, side: 'left' },
  { f: 'abs(x)', x: 0, h: 0.5, side: 'both' },
  { f: '1/x', x: 0 },
  { f: 'sqrt(x)', x: 0, h: 0.01 },
  { f: 'x^2 exp(-x) + max(x, 1/2) + pi', x: -1.3, h: 0.05, side: 'left' },
  { f: '5', x: 1 },
  { f: 'softplus(2x) - sigmoid(x)^3', x: 0.4, h: 0.1, side: 'both' },
  { x: -5, h: 1e-6 },
  { x: 5, h: 2, side: 'both' },
  { f: '1/x', x: -0.5 },
  { f: 'sqrt(abs(x))', x: 0, side: 'both' },
  { f: 'sqrt(x)', x: -5 },
  { f: 'relu(x) - relu(-x)', x: 0, side: 'both' },
  { f: 'floor(x)', x: 1, side: 'both' },
  { f: 'sign(x)', x: 0, h: 0.1 },
];
