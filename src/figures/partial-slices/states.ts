import type { Params } from './experiment.ts';

/** What audits and tests visit, as changes to the defaults. */
export const states: readonly Partial<Params>[] = [
  {},
  { f: 'sin(x)cos(y)', x: -1.3, y: 0.4 },
  { f: 'relu(min(x,y))', x: 0, y: 0 },
  { f: 'max(min(x,y),0)', x: 0, y: 0 },
  { f: 'sqrt(abs(x*y))', x: 0, y: 0 },
  { f: 'x*y/(x^2+y^2)', x: 0, y: 0.3 },
  { f: '1/(x-y)', x: 1, y: 1 },
  { f: 'y^3', x: 1, y: -2 },
  { x: -3, y: -3 },
  { x: 3, y: 3 },
  { f: 'sqrt(x)+y', x: 0 },
  { f: 'ln(x-9)' },
  { f: 'abs(x)+y^2', x: 0, y: 1 },
  { f: 'sqrt(x^2+y^2)', x: 0, y: 0 },
  { f: 'floor(x)+y', x: 1, y: 1 },
];
