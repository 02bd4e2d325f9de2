import { expect, test } from 'vitest';
import { notation } from '../../../content/notation.ts';
import { renderMath } from '../../markdown/math.ts';
import { chapterFolder } from './chapter-folder.ts';
import { terms, unknownTerms } from './glossary.ts';

const chapters = import.meta.glob<string>('../../../content/chapters/*/index.mdx', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const sections = new Set(
  Object.entries(chapters).flatMap(([path, text]) =>
    [...text.matchAll(/^##+ .*\{#([^}]+)\}$/gm)].map(
      ([, id = '']) => `/${chapterFolder(path).slug}/#${id}`,
    ),
  ),
);
const symbols = notation.flatMap((group) => group.symbols);

test.each(symbols)('the symbol $tex is introduced in a section that there is', ({ tex, place }) => {
  expect(sections).toContain(place);
  expect(renderMath(tex, false)).toContain('katex');
});

test('the glossary names where a term is explained, first chapters first', () => {
  const saddle = terms.find(({ term }) => term === 'saddle');
  expect(saddle?.places[0]).toEqual({
    number: 1,
    address: '/derivatives-and-gradients/#term-saddle',
  });
  expect(saddle?.places.map(({ number }) => number)).toEqual([1, 5, 8]);
});

test('no two terms have one address', () => {
  const ids = terms.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('every term that a chapter explains is in content/glossary.ts', () => {
  expect(unknownTerms).toEqual([]);
});
