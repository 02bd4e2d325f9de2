export const id = 'learning-rate-sweep';
export const title = 'Every learning rate at once';

export type { Params, Result } from './experiment.ts';
export { controls, defaults, follow, run, work } from './experiment.ts';
export { describe } from './describe.ts';
export { program } from './program.ts';
export { tables } from './tables.ts';
