export const id = 'partial-slices';
export const title = 'One surface, two cuts';

export type { Params, Result } from './experiment.ts';
export { controls, defaults, run, tables } from './experiment.ts';
export { describe } from './describe.ts';
export { program } from './program.ts';
