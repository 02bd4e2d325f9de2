import type { Params } from './experiment.ts';

/** What audits and tests visit, as changes to the defaults. */
export const states: readonly Partial<Params>[] = [
  {},
  { dtype: 'float32' },
  { f: 'x^2+3x+1', x: 2 },
  { f: 'x^2+3x+1', x: 0.3, dtype: 'float32' },
  { f: 'abs(x)', x: 0 },
  { f: '1/x', x: 0 },
  { f: '1/x', x: 2 },
  { f: 'sqrt(x)', x: 0, dtype: 'float32' },
  { f: 'sqrt(x)', x: 2 },
  { f: 'sin(x)' },
  { f: 'exp(x)*sin(x)', x: 1.5 },
  { f: 'exp(x)', x: 1, dtype: 'float32' },
  { f: '7' },
  { x: -5 },
  { x: 5 },
  { f: 'ln(x)', x: -1 },
  { f: 'sqrt(x)', x: 0 },
  { f: 'relu(x) - relu(-x)', x: 0 },
  { f: 'max(x, 1)', x: 1, dtype: 'float32' },
];
