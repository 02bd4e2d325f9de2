import { expect, test } from 'vitest';
import { figureNumbers } from './figure-numbers.ts';

test('a figure is numbered by its chapter and its place in it', () => {
  const numbers = figureNumbers({
    '../content/chapters/01-derivatives.mdx':
      'Text\n\n<Widget id="a" />\n\nMore\n\n<Widget id="b" />',
    '../content/chapters/10-gradient-flow.mdx': '<Widget\n  id="c"\n/>',
  });
  expect([...numbers]).toEqual([
    ['a', '1.1'],
    ['b', '1.2'],
    ['c', '10.1'],
  ]);
});
