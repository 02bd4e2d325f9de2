/** The glossary as the text needs it: by the words that are linked, and by those that introduce a term. */

/** What is needed of an entry of content/glossary.ts. */
export interface Term {
  term: string;
  forms?: readonly string[];
  explainedAs?: readonly string[];
  ambiguous?: true;
  common?: true;
}

/** The address of a term within the glossary, and part of its id in a chapter. */
export const termId = (term: string): string =>
  term
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-');

/** Words in lower case to the id of their term. */
const table = (terms: readonly Term[], words: (term: Term) => readonly string[]) =>
  new Map(terms.flatMap((one) => words(one).map((word) => [word.toLowerCase(), termId(one.term)])));

/** What is linked wherever the text says it. */
export const linkedWords = (terms: readonly Term[]): Map<string, string> =>
  table(terms, ({ term, forms = [], ambiguous }) => (ambiguous ? forms : [term, ...forms]));

/** What a chapter's `<Term>` may say. */
export const introducingWords = (terms: readonly Term[]): Map<string, string> =>
  table(terms, ({ term, forms = [], explainedAs = [] }) => [term, ...forms, ...explainedAs]);

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Matches whole words only, of two that begin together the longer. */
export function patternOf(words: Iterable<string>): RegExp {
  const longestFirst = [...words].sort((a, b) => b.length - a.length).map(escaped);
  return new RegExp(
    `(?<![\\p{L}\\p{N}_–-])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}_–-])`,
    'iu',
  );
}
