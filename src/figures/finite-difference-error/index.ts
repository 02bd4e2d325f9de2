export const id = 'finite-difference-error';
export const title = 'Two errors that pull against each other';

export type { Params, Result } from './experiment.ts';
export { controls, defaults, describe, run, tables } from './experiment.ts';
export { program } from './program.ts';
