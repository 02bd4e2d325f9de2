export const id = 'break-backprop';
export const title = 'Breaking backpropagation on purpose';

export type { Params, Result } from './experiment.ts';
export { controls, defaults, run } from './experiment.ts';
export { describe } from './describe.ts';
export { program } from './program.ts';
export { tables } from './tables.ts';
