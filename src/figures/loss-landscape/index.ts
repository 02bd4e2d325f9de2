export const id = 'loss-landscape';
export const title = 'A slice of a network’s loss';

export type { Params, Result } from './experiment.ts';
export { controls, defaults, run, work } from './experiment.ts';
export { describe, describeStep } from './describe.ts';
export { program } from './program.ts';
export { tables } from './tables.ts';
