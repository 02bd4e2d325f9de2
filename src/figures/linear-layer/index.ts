export const id = 'linear-layer';
export const title = 'A layer, its batch and its gradients';

export { type Params, type Result, controls, defaults, run } from './experiment.ts';
export { describe } from './describe.ts';
export { program } from './program.ts';
export { tables } from './tables.ts';
