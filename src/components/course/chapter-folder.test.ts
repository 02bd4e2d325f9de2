import { expect, test } from 'vitest';
import { chapterFolder } from './chapter-folder.ts';

test('the prefix of a chapter’s folder is its number, the rest its URL', () => {
  expect(chapterFolder('content/chapters/07-computational-graphs/index.mdx')).toEqual({
    number: 7,
    slug: 'computational-graphs',
  });
});

test('a path that is not a chapter’s is named', () => {
  expect(() => chapterFolder('content/chapters/graphs/index.mdx')).toThrow(
    'A chapter is a file NN-slug/index.mdx, not content/chapters/graphs/index.mdx',
  );
});
