import type { Params } from './experiment.ts';

/** What audits and tests visit, as changes to the defaults. */
export const states: readonly Partial<Params>[] = [
  {},
  { f: 'x^2-y^2, 2x*y', x: -1.3, y: 0.4, side: 0.5 },
  { f: 'x*cos(y), x*sin(y)', x: 0, y: 1 },
  { f: 'y, x', x: 3, y: -3 },
  { f: 'x/(x^2+y^2), y/(x^2+y^2)', x: 0, y: 0, side: 0.1 },
  { f: 'x, y*exp(x/2)+sin(x)', x: -2, y: 1.5, side: 0.2 },
  { f: 'abs(x), y', x: 0, y: 1 },
  { f: 'max(x, y) + pi, 2', x: 1, y: 1 },
  { f: '(sqrt(x), 1/(x-x))', x: 0, y: 0 },
  { f: 'tanh(x+y/2), sigmoid(x y)', x: -0.5, y: 1.5, side: 2 },
  { f: 'tanh(x+y/2-0.5), tanh(y-x/2)', x: 0.4, y: -0.3 },
  { f: 'relu(x+y/2-0.5), relu(y-x/2)', x: 2, y: -1, side: 0.5 },
  { f: 'x+y/2-0.5, y-x/2', g: 'tanh(x), tanh(y)', x: 0.4, y: -0.3 },
  { g: 'x^2-y^2, 2x*y', x: 0.5, y: 1.2, side: 0.4 },
  { f: 'x/(x^2+y^2), y/(x^2+y^2)', g: 'y, x', x: 0, y: 0 },
  { f: 'abs(x), y', g: 'relu(x), relu(y)', x: 0, y: 1 },
  { x: -3, y: -3, side: 0.01 },
  { x: 3, y: 3, side: 2 },
];
