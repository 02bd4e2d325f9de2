export const id = 'optimizer-arena';
export const title = 'Nine optimizers from one start';

export type { Params, Result } from './experiment.ts';
export { controls, defaults, follow, run, work } from './experiment.ts';
export { describe, describeStep } from './describe.ts';
export { program } from './program.ts';
export { tables } from './tables.ts';
