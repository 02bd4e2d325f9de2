/** Full text search over what search.json holds. */
import MiniSearch from 'minisearch';
import type { Document } from './documents.ts';
import { letterOf, wordsAsked, wordsOf } from './words.ts';

export interface Hit extends Document {
  /** The text around the first word that was found. */
  excerpt: string;
}

type Find = (query: string) => Hit[];

const MOST = 20;
const BEFORE = 60;
const LENGTH = 180;

const weights: Record<Document['kind'], number> = {
  Chapter: 2,
  Term: 1.6,
  Section: 1.2,
  Figure: 1.2,
  Exercise: 1,
  Page: 0.8,
};

function excerptOf(text: string, words: readonly string[]): string {
  const lower = text.toLowerCase();
  const places = words
    .flatMap((word) => [word, letterOf(word) ?? word])
    .map((word) => lower.indexOf(word))
    .filter((at) => at >= 0);
  const at = places.length === 0 ? 0 : Math.min(...places);
  const start = at <= BEFORE ? 0 : text.indexOf(' ', at - BEFORE) + 1;
  const end = start + LENGTH;
  return `${start > 0 ? '… ' : ''}${text.slice(start, end).trim()}${end < text.length ? ' …' : ''}`;
}

/** All words must be there; the last may be unfinished, and each may hold a slip. */
export function searchIn(documents: readonly Document[]): Find {
  const index = new MiniSearch<Document & { id: number }>({
    fields: ['title', 'text'],
    tokenize: wordsOf,
    searchOptions: {
      tokenize: wordsAsked,
      boost: { title: 4 },
      boostDocument: (id) => weights[documents[Number(id)]?.kind ?? 'Page'],
      combineWith: 'AND',
      prefix: (_, place, words) => place === words.length - 1,
      fuzzy: (word) => (word.length > 4 ? 0.2 : false),
    },
  });
  index.addAll(documents.map((document, id) => ({ ...document, id })));
  return (query) =>
    index
      .search(query)
      .slice(0, MOST)
      .flatMap(({ id, terms }) => {
        const document = documents[Number(id)];
        return document ? [{ ...document, excerpt: excerptOf(document.text, terms) }] : [];
      });
}
