export const id = 'gradient-flow';
export const title = 'Gradients through a deep network';

export { type Params, type Result, controls, defaults, run, work } from './experiment.ts';
export { describe } from './describe.ts';
export { program } from './program.ts';
export { tables } from './tables.ts';
