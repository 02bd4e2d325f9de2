export const id = 'descent-2d';
export const title = 'Descending on a surface';

export type { Params, Result } from './experiment.ts';
export { controls, defaults, run, tables } from './experiment.ts';
export { describe } from './describe.ts';
export { program } from './program.ts';
