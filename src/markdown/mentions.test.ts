import { expect, test } from 'vitest';
import { citationOf, sourceIds } from './citations.ts';
import { mentions } from './mentions.ts';
import { linkedWords, patternOf } from './terms.ts';

const to = (href: string) => ({ href, className: 'place' });
const chapter = {
  pattern: /\bchapter (\d+)/i,
  linkOf: (match: RegExpExecArray) => to(match[1] ?? ''),
};

test('what is mentioned becomes a link and the words around it stay', () => {
  expect(mentions('See chapter 3, and Chapter 10.', [chapter])).toEqual([
    'See ',
    { text: 'chapter 3', to: to('3') },
    ', and ',
    { text: 'Chapter 10', to: to('10') },
    '.',
  ]);
});

test('a mention that is not to be linked stays within the text', () => {
  const never = { pattern: /chapter/, linkOf: () => undefined };
  expect(mentions('this chapter ends', [never])).toEqual(['this chapter ends']);
});

const glossary = linkedWords([
  { term: 'gradient' },
  { term: 'gradient descent' },
  { term: 'key', ambiguous: true, forms: ['attention keys'] },
]);
const words = (text: string) =>
  new RegExp(patternOf(glossary.keys()), 'giu')[Symbol.matchAll](text);

test('of two terms that begin together the longer is meant, and only whole words count', () => {
  const found = [
    ...words('Gradient descent follows gradients, the gradient-free do not; the gradient does'),
  ];
  expect(found.map(([word]) => word)).toEqual(['Gradient descent', 'gradient']);
});

test('an ambiguous term is found by its other forms only', () => {
  expect([...words('the key to attention keys')].map(([word]) => word)).toEqual(['attention keys']);
});

const sources = [
  { authors: 'Kaiming He, Xiangyu Zhang', year: 2016 },
  { authors: 'Kaiming He, Jian Sun', year: 2016 },
  { authors: 'John Duchi, Elad Hazan, Yoram Singer', year: 2011 },
] as const;

test('two sources of one author and year have two ids', () => {
  expect(sourceIds(sources)).toEqual(['ref-he-2016', 'ref-he-2016-2', 'ref-duchi-2011']);
});

test.each([
  ['by Duchi, Hazan and Singer 2011).', 'Duchi, Hazan and Singer 2011'],
  ['Duchi and others (2011) found', 'Duchi and others (2011)'],
  ['as Duchi said. In 2011', undefined],
])('in "%s" the citation is %s', (text, cited) => {
  expect(citationOf(sources[2]).exec(text)?.[0]).toBe(cited);
});
