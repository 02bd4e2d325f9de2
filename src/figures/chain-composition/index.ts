export const id = 'chain-composition';
export const title = 'A nudge travels through a chain';

export type { Params, Result } from './experiment.ts';
export { controls, defaults, run } from './experiment.ts';
export { describe } from './describe.ts';
export { program } from './program.ts';
export { tables } from './tables.ts';
