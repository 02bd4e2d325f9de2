import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { chapterFolder } from './components/course/chapter-folder.ts';

/** Frontmatter is not Markdown: a backtick or an asterisk would be shown as it is. */
const plain = z.string().regex(/^[^`*]*$/, 'Markdown is not read here; only $TeX$ is');

const chapters = defineCollection({
  loader: glob({
    base: './content/chapters',
    pattern: '[0-9]*/index.mdx',
    generateId: ({ entry }) => chapterFolder(entry).slug,
  }),
  schema: z.strictObject({
    /** The chapter's name, in the contents and at its head. */
    title: z.string(),
    /** What a reader will be able to do after it. */
    promise: plain,
    /** One sentence for search results and link previews. */
    description: z.string(),
    /** The opening paragraph: a question that makes one want the answer. */
    question: plain,
    /** What to remember, in five lines; $TeX$ is allowed. */
    summary: z.array(plain).length(5),
    /** Further reading; real sources only. */
    references: z.array(
      z.strictObject({
        title: z.string(),
        authors: z.string(),
        year: z.number().int(),
        /** Where it appeared: journal, publisher, site. */
        venue: z.string().optional(),
        url: z.url().optional(),
        /** Why a reader of this chapter would open it. */
        note: z.string().optional(),
      }),
    ),
  }),
});

export const collections = { chapters };
