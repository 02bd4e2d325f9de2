export const id = 'secant-to-tangent';
export const title = 'From a secant to a tangent';

export { type Params, type Result, controls, defaults, run } from './experiment.ts';
export { describe } from './describe.ts';
export { program } from './program.ts';
export { tables } from './tables.ts';
