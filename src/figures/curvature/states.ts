import type { Params } from './experiment.ts';

/** What audits and tests visit, as changes to the defaults. */
export const states: readonly Partial<Params>[] = [
  {},
  { angle: 67.5 },
  { b: -1, c: 0, angle: 45 },
  { b: 1, c: 2 },
  { a: 0.4, b: 2.5, c: 2, x: -1.3, y: 0.7 },
  { a: -1, b: -2, c: 0.6, x: 2.5, y: -3 },
  { a: 0, b: 0, c: 0, angle: 0 },
  { a: 0, b: 0, c: 1.5, x: 0, y: 0 },
  { a: 3, b: 0.1, c: -1, x: 3, y: 3, angle: 200.5 },
  { a: -3, b: -3, c: -3, x: -3, y: -3, angle: 360 },
  { a: 3, b: 3, c: 3, x: 3, y: 3 },
];
