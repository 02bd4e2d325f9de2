export const id = 'gradient-vector';
export const title = 'The gradient and the slope in every direction';

export type { Params, Result } from './experiment.ts';
export { controls, defaults, describe, run, tables } from './experiment.ts';
export { program } from './program.ts';
