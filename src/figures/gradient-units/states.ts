import type { Params } from './experiment.ts';

/** What audits and tests visit, as changes to the defaults. */
export const states: readonly Partial<Params>[] = [
  {},
  { unit: Math.sqrt(0.1) },
  { unit: 0.1 },
  { unit: 2, x: 3, y: -1 },
  { f: 'x^2+y^2-2x-4y+5', unit: 0.5 },
  { f: '(x-1)^2+50(y-2)^2', unit: Math.sqrt(0.02), x: 0, y: 0 },
  { f: 'abs(x-1)+abs(y-2)', x: 1, y: 1, unit: 0.5 },
  { f: 'x^2-y^2+y^4/4', x: 0, y: 0 },
  { f: 'x^2', x: -1, y: 3, unit: 0.3 },
  { f: 'ln(x)+y' },
  { f: 'sqrt(x)+y', unit: 0.2 },
  { f: '7' },
];
