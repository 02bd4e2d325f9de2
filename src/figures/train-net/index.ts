export const id = 'train-net';
export const title = 'Train a network';

export type { Params, Result } from './experiment.ts';
export { controls, defaults, run, session, work } from './experiment.ts';
export { describe } from './describe.ts';
export { program } from './program.ts';
export { tables } from './tables.ts';
