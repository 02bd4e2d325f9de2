export const id = 'parameter-update';
export const title = 'One update of three parameters';

export type { Params, Result } from './experiment.ts';
export { controls, defaults, describe, program, run, tables } from './experiment.ts';
