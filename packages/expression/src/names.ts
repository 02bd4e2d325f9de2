/** The words of the language, and how runs of letters fall into them. */
import { functionSpellings } from './functions.ts';
import { isConstantName } from './tree.ts';

/** Every variable of the language; a figure allows some of them. */
export const allVariables: readonly string[] = [
  'x',
  'y',
  'z',
  ...Array.from({ length: 10 }, (_, index) => `x${index}`),
];

/** Longer names first, so that `log10` is not read as `log` and 10; their digits may be written as an index. */
const functionPattern = [...functionSpellings.keys()]
  .sort((a, b) => b.length - a.length)
  .map((name) => name.replace(/\d+$/, '_?\\{?$&\\}?'))
  .join('|');

const word = new RegExp(`(?:${functionPattern})|[xyz](?:_?\\d+|_\\{\\d+\\})?|pi|e|\\d+`, 'iy');

export interface Word {
  /** In small letters, without the marks of an index: X_{0} is x0. */
  name: string;
  length: number;
}

/**
 * The words in a run of letters and digits: `xy` is x times y, `2xe^x` holds x and e, `xsin` is x times sin.
 * What is not made of known words comes back whole, for the parser to refuse.
 */
export function wordsIn(run: string): Word[] {
  const words: Word[] = [];
  let position = 0;
  while (position < run.length) {
    word.lastIndex = position;
    const match = word.exec(run)?.[0];
    if (match === undefined) return [{ name: run, length: run.length }];
    words.push({ name: match.toLowerCase().replace(/[_{}]/g, ''), length: match.length });
    position += match.length;
  }
  return words;
}

/** Whether anything in the language has this name. */
export function isName(name: string): boolean {
  return functionSpellings.has(name) || isConstantName(name) || allVariables.includes(name);
}
