import type { Params } from './experiment.ts';

/** What audits and tests visit, as changes to the defaults. */
export const states: readonly Partial<Params>[] = [
  {},
  { stage: 0 },
  { stage: 9 },
  { mode: 'detach' },
  { mode: 'no_grad', stage: 5 },
  { mode: 'second backward' },
  { mode: 'retain_graph' },
  { f: 'x*x + x*y', x: -5, y: 5, mode: 'detach' },
  { f: 'exp(x)/(1+exp(x))', x: 5, y: -5 },
  { f: '(tanh(x*y+0.5)-1)^2', x: 0.3, y: -1.2, mode: 'retain_graph' },
  { f: '(x^2+1)^3', mode: 'detach' },
  { f: 'abs(x)+relu(x-y)', x: 0, y: 0 },
  { f: 'x+y', mode: 'second backward' },
  { f: 'sqrt(x)*ln(y)', x: -1, y: 0 },
  { f: '1/x + 2^y - 3*x', x: 0, y: 1 },
  { f: 'cbrt(x)*max(y, 1) + floor(x)', x: 2.5, y: 0.5 },
  { f: '2-gelu(x)/softplus(-y)', x: 0.5, mode: 'second backward' },
  { f: 'log(x-5)', x: 1 },
  { f: 'x^y', x: 1.5, y: 2.5 },
  { f: 'y', mode: 'retain_graph' },
  { f: '2*pi' },
];
