export const id = 'linear-layer';
export const title = 'A layer, its batch and its gradients';

export type { Params, Result } from './experiment.ts';
export { controls, defaults, run, tables } from './experiment.ts';
export { describe } from './describe.ts';
export { program } from './program.ts';
