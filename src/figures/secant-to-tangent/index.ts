export const id = 'secant-to-tangent';
export const title = 'From a secant to a tangent';

export type { Params, Result } from './experiment.ts';
export { controls, defaults, program, run, tables } from './experiment.ts';
export { describe } from './describe.ts';
