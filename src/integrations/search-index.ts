/** Writes search.json: what every page holds, as it was built. A reader's browser makes the index of it. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { AstroIntegration } from 'astro';
import { documentsOf } from '../components/search/documents.ts';

/** A figure is found where its chapter shows it. */
const isSearched = (page: string): boolean => !page.startsWith('widgets/') && page !== '404/';

export const searchIndex = (): AstroIntegration => ({
  name: 'search-index',
  hooks: {
    'astro:build:done': ({ dir, pages }) => {
      const documents = pages
        .map(({ pathname }) => pathname)
        .filter(isSearched)
        .sort()
        .flatMap((page) =>
          documentsOf(readFileSync(new URL(`${page}index.html`, dir), 'utf8'), `/${page}`),
        );
      writeFileSync(new URL('search.json', dir), JSON.stringify(documents));
    },
  },
});
