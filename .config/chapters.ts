import { mdxToJs } from 'satteri';

/**
 * Lets a test import a chapter. It is compiled as for a page, but its elements are plain data (see
 * src/exercises/elements/jsx-runtime.ts) instead of HTML.
 */
export const chapters = {
  name: 'chapters',
  transform(source: string, id: string): string | undefined {
    if (!id.endsWith('/index.mdx')) return undefined;
    const features = { math: true, headingAttributes: true, frontmatter: true };
    return mdxToJs(source, { features, jsxImportSource: '/src/exercises/elements' }).code;
  },
};
