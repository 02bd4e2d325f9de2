export const id = 'gradient-vector';
export const title = 'The gradient and the slope in every direction';

export { type Params, type Result, controls, defaults, run } from './experiment.ts';
export { describe } from './describe.ts';
export { program } from './program.ts';
export { tables } from './tables.ts';
