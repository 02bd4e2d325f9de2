export const id = 'forward-reverse-cost';
export const title = 'What a whole Jacobian costs, forward and backward';

export { type Params, type Result, controls, defaults, run } from './experiment.ts';
export { describe } from './describe.ts';
export { program } from './program.ts';
export { tables } from './tables.ts';
