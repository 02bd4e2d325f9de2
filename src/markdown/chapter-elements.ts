import { readFileSync } from 'node:fs';
import { mdxToJs } from 'satteri';

const features = { math: true, headingAttributes: true, frontmatter: true };
const suffix = '/index.mdx?elements';

/** A chapter as a module whose elements are plain data (see src/exercises/elements/jsx-runtime.ts) instead of HTML. */
export const compileElements = (source: string): string =>
  mdxToJs(source, { features, jsxImportSource: '/src/exercises/elements' }).code;

/** Lets the build read what a chapter is made of: `import chapter from '…/index.mdx?elements'`. */
export const chapterElements = {
  name: 'chapter-elements',
  enforce: 'pre' as const,
  load(id: string): string | undefined {
    if (!id.endsWith(suffix)) return undefined;
    return compileElements(readFileSync(id.replace('?elements', ''), 'utf8'));
  },
};
