export const id = 'descent-2d';
export const title = 'Descending on a surface';

export { type Params, type Result, controls, defaults, run } from './experiment.ts';
export { describe, describeStep } from './describe.ts';
export { program } from './program.ts';
export { tables } from './tables.ts';
