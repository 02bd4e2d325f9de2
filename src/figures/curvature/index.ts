export const id = 'curvature';
export const title = 'The curvature of a bowl, and two steps';

export type { Params, Result } from './experiment.ts';
export { controls, defaults, run } from './experiment.ts';
export { describe } from './describe.ts';
export { program } from './program.ts';
export { tables } from './tables.ts';
