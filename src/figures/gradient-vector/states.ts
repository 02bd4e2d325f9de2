import type { Params } from './experiment.ts';

/** What audits and tests visit, as changes to the defaults. */
export const states: readonly Partial<Params>[] = [
  {},
  { f: 'x^2 y + sin(x*y)/2', x: -1.2, y: 0.7, angle: 211 },
  { f: 'x^2-y^2', x: 0, y: 0, angle: 45 },
  { f: '1/(x-x)' },
  { f: 'relu(x) + max(x, y)^2', x: 0, y: 1, angle: 90 },
  { f: 'x^3', x: 2, y: 1, angle: 10 },
  { f: 'sqrt(x)', x: 0, y: 1, angle: 360 },
  { x: -3, y: -3, angle: 0 },
  { x: 3, y: 3, angle: 360 },
  { f: 'ln(x-9)' },
  { f: 'abs(x)+y', x: 0, y: 1 },
  { f: 'relu(min(x,y))', x: 0, y: 0, angle: 45 },
  { f: 'relu(x) - relu(-x) + y', x: 0, y: 1 },
];
