export const id = 'condition-race';
export const title = 'Three methods in a narrow valley';

export type { Params, Result } from './experiment.ts';
export { controls, defaults, run, work } from './experiment.ts';
export { describe, describeStep } from './describe.ts';
export { program } from './program.ts';
export { tables } from './tables.ts';
