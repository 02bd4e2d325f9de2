import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { z } from 'astro/zod';

/** Frontmatter is not Markdown: a backtick or an asterisk would be shown as it is. */
const plain = z.string().regex(/^[^`*]*$/, 'Markdown is not read here; only $TeX$ is');

const chapters = defineCollection({
  loader: glob({
    base: './content/chapters',
    pattern: '[0-9]*/index.mdx',
    // The prefix orders the chapters, the rest is the URL.
    generateId: ({ entry }) => entry.replace(/^\d+-/, '').replace(/\/index\.mdx$/, ''),
  }),
  schema: z.strictObject({
    /** The chapter's name, as in the contents. */
    title: z.string(),
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

/** All chapters of the course in order; those without a file in content/chapters are still to come. */
const contents = defineCollection({
  loader: file('./content/contents.yaml'),
  schema: z.strictObject({
    /** The chapter's URL. */
    id: z.string(),
    /** Its place in the course. */
    number: z.number().int(),
    title: z.string(),
    /** What a reader will be able to do after it. */
    promise: z.string(),
  }),
});

export const collections = { chapters, contents };
