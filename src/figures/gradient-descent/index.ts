export const id = 'gradient-descent';
export const title = 'Walking downhill';

export type { Params, Result } from './experiment.ts';
export { controls, defaults, run, tables } from './experiment.ts';
export { describe } from './describe.ts';
export { program } from './program.ts';
