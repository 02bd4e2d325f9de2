/**
 * Makes links of what a chapter mentions: other chapters, figures, terms of the glossary and cited sources.
 * Authors write plainly; what is said once in a section is linked once.
 */
import { defineHastPlugin } from 'satteri';
import type { HastNode, HastPluginEntry } from 'satteri';
import { citationOf, type Source, sourceIds } from './citations.ts';
import { type Link, type Matcher, mentions, type Piece } from './mentions.ts';
import { introducingWords, linkedWords, patternOf, type Term, termId } from './terms.ts';

/** What a course has to refer to. Addresses are written from the root. */
export interface Course {
  /** Number to address. */
  chapters: ReadonlyMap<number, string>;
  /** "1.3" to address. */
  figures: ReadonlyMap<string, string>;
  terms: readonly Term[];
}

/** Within these a link would be wrong, or in the way. */
const closed = new Set([
  'a',
  'button',
  'code',
  'dfn',
  'h1',
  'h2',
  'h3',
  'h4',
  'pre',
  'summary',
  'Term',
]);

type Context = Parameters<NonNullable<ReturnType<typeof defineHastPlugin>['before']>>[1];

function isClosed(node: Readonly<HastNode>, context: Context): boolean {
  for (let at = context.parent(node); at; at = context.parent(at)) {
    if (at.type === 'element' && closed.has(at.tagName)) return true;
    if ('name' in at && closed.has(at.name ?? '')) return true;
  }
  return false;
}

const element = (piece: Piece): HastNode => {
  if (typeof piece === 'string') return { type: 'text', value: piece };
  const { href, className, id } = piece.to;
  return {
    type: 'element',
    tagName: 'a',
    properties: { href, className: [className], 'data-preview': '', ...(id && { id }) },
    children: [{ type: 'text', value: piece.text }],
  };
};

/** What Astro tells of the document. `cited` is handed back to the page, whose list of sources leads back. */
interface Frontmatter {
  references?: readonly Source[];
  cited?: string[];
}

const frontmatterOf = ({ data }: Context): Frontmatter =>
  (data as { astro?: { frontmatter?: Frontmatter } }).astro?.frontmatter ?? {};

const to = (href: string | undefined, className: string): Link | undefined =>
  href === undefined ? undefined : { href, className };

/** Of a document whose address is `here`. */
function placeMatchers({ chapters, figures }: Course, here: string): Matcher[] {
  return [
    {
      pattern: /\bchapter\s(\d+)\b/i,
      linkOf: ([, number]) => {
        const href = chapters.get(Number(number));
        return href === here ? undefined : to(href, 'place');
      },
    },
    {
      pattern: /\bfigure\s(\d+\.\d+)\b/i,
      linkOf: ([, number = '']) => to(figures.get(number)?.replace(here, ''), 'place'),
    },
  ];
}

/** Every citation is a link; the way back leads to the first. */
function citationMatchers(frontmatter: Frontmatter): Matcher[] {
  const { references = [] } = frontmatter;
  const ids = sourceIds(references);
  const cited = (frontmatter.cited = [] as string[]);
  return references.map((source, index) => ({
    pattern: citationOf(source),
    linkOf: () => {
      const id = ids[index] ?? '';
      const isFirst = !cited.includes(id);
      if (isFirst) cited.push(id);
      return { href: `#${id}`, className: 'citation', ...(isFirst && { id: `cited-${id}` }) };
    },
  }));
}

export const references = (course: Course): HastPluginEntry => {
  const linked = linkedWords(course.terms);
  const introducing = introducingWords(course.terms);
  const term = patternOf(linked.keys());
  const common = new Set(course.terms.filter((one) => one.common).map((one) => termId(one.term)));

  return ({ fileURL }) => {
    /** Terms linked or explained in this section, the common ones in this chapter. */
    const said = new Set<string>();
    const introduced = new Set<string>();
    const number = Number(/\/(\d+)-[^/]+\/index\.mdx$/.exec(fileURL?.pathname ?? '')?.[1]);
    const here = course.chapters.get(number) ?? '/';
    const terms: Matcher = {
      pattern: term,
      linkOf: ([word]) => {
        const id = linked.get(word.toLowerCase()) ?? '';
        if (said.has(id)) return undefined;
        said.add(id);
        return { href: `/glossary/#${id}`, className: 'term' };
      },
    };
    let matchers: Matcher[] = [];

    return defineHastPlugin({
      name: 'references',
      before(_, context) {
        matchers = [
          ...placeMatchers(course, here),
          ...citationMatchers(frontmatterOf(context)),
          terms,
        ];
      },
      element: {
        filter: ['h2'],
        visit() {
          for (const id of said) if (!common.has(id)) said.delete(id);
        },
      },
      mdxJsxTextElement: {
        filter: ['Term'],
        visit(node, context) {
          const id = introducing.get(context.textContent(node).toLowerCase());
          if (id === undefined) return;
          said.add(id);
          if (introduced.has(id)) return;
          introduced.add(id);
          context.setProperty(node, 'id', `term-${id}`);
        },
      },
      text(node, context) {
        if (isClosed(node, context)) return;
        const pieces = mentions(node.value, matchers);
        if (pieces.every((piece) => typeof piece === 'string')) return;
        context.replaceNode(node, pieces.map(element));
      },
    });
  };
};
