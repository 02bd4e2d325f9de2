export const id = 'gradient-descent';
export const title = 'Gradient descent on a parabola';

export { type Params, type Result, controls, defaults, run } from './experiment.ts';
export { describe, describeStep } from './describe.ts';
export { program } from './program.ts';
export { tables } from './tables.ts';
