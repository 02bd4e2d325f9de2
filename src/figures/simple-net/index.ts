export const id = 'simple-net';
export const title = 'Forward and backward through a small network';

export type { Params, Result } from './experiment.ts';
export { controls, defaults, describe, run, tables } from './experiment.ts';
export { program } from './program.ts';
