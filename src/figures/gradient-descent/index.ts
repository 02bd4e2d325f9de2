export const id = 'gradient-descent';
export const title = 'Walking downhill';

export { type Params, type Result, controls, defaults, run } from './experiment.ts';
export { describe } from './describe.ts';
export { program } from './program.ts';
export { tables } from './tables.ts';
