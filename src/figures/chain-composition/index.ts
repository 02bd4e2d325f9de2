export const id = 'chain-composition';
export const title = 'A nudge travels through a chain';

export type { Params, Result } from './experiment.ts';
export { controls, defaults, describe, run, tables } from './experiment.ts';
export { program } from './program.ts';
