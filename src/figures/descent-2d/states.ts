import type { Params } from './experiment.ts';

/** What audits and tests visit, as changes to the defaults. */
export const states: readonly Partial<Params>[] = [
  {},
  { rate: 0.4, steps: 30 },
  { rate: 1.05, x: 4, y: -1 },
  { f: '(x-1)^2+10(y-2)^2', rate: 1.1, steps: 200 },
  { f: 'x^2-y^2+y^4/4', x: 2, y: 0.1, steps: 100 },
  { f: '1-exp(-((x-1)^2+(y-2)^2)/2)', x: -4, y: -4 },
  { f: 'abs(x-1)+abs(y-2)', rate: 0.5, steps: 30 },
  { f: 'sin(x)cos(y)', rate: 0.7, x: 1, y: 2, steps: 6 },
  { f: 'ln(x)+y' },
  { f: 'ln(x)+y', x: 1, y: 1, rate: 1.1 },
  { f: 'x^2' },
  { f: 'x^3+y^2', x: 1, y: 1, steps: 200 },
  { f: '(x-1)^2+50(y-2)^2', rate: 0.018, steps: 200 },
  { f: '7' },
  { rate: 0.01, x: -4, y: -4, steps: 1 },
  { rate: 1.1, x: 6, y: 6, steps: 200 },
  { rate: 1 },
  { f: 'sqrt(x)+y' },
  { f: 'x^2-y^2', y: 0.1, steps: 100 },
];
