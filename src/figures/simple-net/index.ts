export const id = 'simple-net';
export const title = 'Forward and backward through a small network';

export type { Params, Result } from './experiment.ts';
export { controls, defaults, run } from './experiment.ts';
export { describe } from './describe.ts';
export { program } from './program.ts';
export { tables } from './tables.ts';
