export const id = 'feature-importance';
export const title = 'How much does each input matter?';

export type { Params, Result } from './experiment.ts';
export { controls, defaults, follow, run } from './experiment.ts';
export { describe } from './describe.ts';
export { program } from './program.ts';
export { tables } from './tables.ts';
