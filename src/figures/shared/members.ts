import type { SetControl } from './contract.ts';

/** The values that the text of a set holds. */
export const membersOf = (text: string): string[] =>
  text.split(',').filter((value) => value !== '');

/** The text of those members that the control lists, in its order, each once. */
export const setText = ({ several }: SetControl, members: readonly string[]): string =>
  several
    .map(({ value }) => value)
    .filter((value) => members.includes(value))
    .join(',');
