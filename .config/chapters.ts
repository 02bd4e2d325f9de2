import { compileElements } from '../src/markdown/chapter-elements.ts';

/** Lets a test import a chapter as it is compiled for a page, but of elements that are plain data. */
export const chapters = {
  name: 'chapters',
  transform(source: string, id: string): string | undefined {
    return id.endsWith('/index.mdx') ? compileElements(source) : undefined;
  },
};
