import { expect, test } from 'vitest';
import { figurePlaces } from './figure-places.ts';

test('a figure is numbered by its chapter and its place in it', () => {
  const places = figurePlaces({
    '../content/chapters/01-derivatives/index.mdx':
      'Text\n\n<Widget id="a" />\n\nMore\n\n<Widget id="b" />',
    '../content/chapters/10-gradient-flow/index.mdx': '<Widget\n  id="c"\n/>',
  });
  expect([...places]).toEqual([
    ['a', { number: '1.1', chapter: 'derivatives' }],
    ['b', { number: '1.2', chapter: 'derivatives' }],
    ['c', { number: '10.1', chapter: 'gradient-flow' }],
  ]);
});
