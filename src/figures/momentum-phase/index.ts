export const id = 'momentum-phase';
export const title = 'Momentum: every step size and every β';

export type { Params, Result } from './experiment.ts';
export { controls, defaults, run } from './experiment.ts';
export { describe, describeStep } from './describe.ts';
export { program } from './program.ts';
export { tables } from './tables.ts';
