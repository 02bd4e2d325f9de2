/** The glossary, and where in the course each of its terms is explained. */
import { type Entry, glossary } from '../../../content/glossary.ts';
import { introducingWords, termId } from '../../markdown/terms.ts';
import { chapterFolder } from './chapter-folder.ts';

export interface GlossaryTerm {
  id: string;
  term: string;
  definition: string;
  /** Ids and names of what belongs to it. */
  see: readonly { id: string; term: string }[];
  /** Where it is explained, in the order of the course. */
  places: readonly { number: number; address: string }[];
}

const chapters = import.meta.glob<string>('../../../content/chapters/*/index.mdx', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const introducing = introducingWords(glossary);

const explaining = Object.entries(chapters)
  .map(([path, text]) => ({
    ...chapterFolder(path),
    words: [...text.matchAll(/<Term>([^<]+)<\/Term>/g)].map(([, word = '']) => word.toLowerCase()),
  }))
  .sort((a, b) => a.number - b.number);

/** Words that a chapter explains and the glossary does not know. */
export const unknownTerms: readonly string[] = explaining
  .flatMap(({ words }) => words)
  .filter((word) => !introducing.has(word));

const known = new Set(glossary.map(({ term }) => term));

function look({ term, definition, see = [] }: Entry): GlossaryTerm {
  const id = termId(term);
  const missing = see.find((other) => !known.has(other));
  if (missing !== undefined)
    throw new Error(`Glossary: "${term}" refers to "${missing}", which is no term`);
  return {
    id,
    term,
    definition,
    see: see.map((other) => ({ id: termId(other), term: other })),
    places: explaining
      .filter(({ words }) => words.some((word) => introducing.get(word) === id))
      .map(({ number, slug }) => ({ number, address: `/${slug}/#term-${id}` })),
  };
}

/** In alphabetical order. */
export const terms: readonly GlossaryTerm[] = glossary
  .map(look)
  .sort((a, b) => a.term.localeCompare(b.term, 'en'));
