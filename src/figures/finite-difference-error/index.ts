export const id = 'finite-difference-error';
export const title = 'Two errors that pull against each other';

export { type Params, type Result, controls, defaults, run } from './experiment.ts';
export { describe } from './describe.ts';
export { program } from './program.ts';
export { tables } from './tables.ts';
