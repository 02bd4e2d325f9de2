/** A chapter in parts: prose as Markdown, programs with what they printed. */
import type { CollectionEntry } from 'astro:content';
import { cell } from '../components/chapter/cells.ts';
import { chapterFolder } from '../components/course/chapter-folder.ts';
import { components } from '../components/chapter/mdx.ts';
import { path } from '../components/course/path.ts';
import { findWidget } from '../components/course/widgets.ts';
import type { Element } from '../exercises/elements/jsx-runtime.ts';
import { block, childrenOf, isElement, type Writer } from './markdown.ts';
import type { Part } from './notebook.ts';

const contents = import.meta.glob<(props: object) => Element>(
  '../../content/chapters/*/index.mdx',
  { query: '?elements', import: 'default', eager: true },
);
const files = import.meta.glob<string>('../../content/chapters/*/cells/*.{py,out}', {
  query: '?raw',
  import: 'default',
  eager: true,
});
/** Each component as its name. */
const names = Object.fromEntries(Object.keys(components).map((name) => [name, name]));

export interface TakenChapter {
  /** What stands at the head of the files. */
  heading: string[];
  parts: Part[];
}

export function takeAway(
  chapter: CollectionEntry<'chapters'>,
  site: URL | undefined,
): TakenChapter {
  const { id: slug, filePath = '', data } = chapter;
  const { number } = chapterFolder(filePath);
  const [, content] =
    Object.entries(contents).find(([file]) => file.includes(`-${slug}/index.mdx`)) ?? [];
  if (!content) throw new Error(`takeAway: chapter "${slug}" has no content`);
  const address = (href: string): string | undefined =>
    /^https?:/.test(href) ? href : site && new URL(href, new URL(path(`/${slug}/`), site)).href;
  const writer: Writer = {
    address: (href) => address(href.startsWith('/') ? path(href) : href),
    special: (element) => special(element, writer.address),
  };
  const from = ['Calculus for Deep Learning', address(''), 'Needs PyTorch.'];
  const title = `${String(number)}. ${data.title}`;
  const heading = [title, ...from.filter((line) => line !== undefined)];
  return {
    heading,
    parts: [
      text([`# ${title}`, `*${data.question}*`, heading.slice(1).join(' · ')].join('\n\n')),
      ...partsOf(content({ components: names }), slug, writer),
      text(`## Summary\n\n${data.summary.map((line) => `- ${untinted(line)}`).join('\n')}`),
    ],
  };
}

const text = (markdown: string): Part => ({ kind: 'text', markdown });
const untinted = (line: string): string => line.replace(/\\(?:x|f|g|lr|good|bad)(?=\{)/g, '');

/** Prose between two programs is one part, and a section begins a new one. */
function partsOf(content: Element, slug: string, writer: Writer): Part[] {
  const parts: Part[] = [];
  for (const node of childrenOf(content)) {
    if (isElement(node) && node.type === 'Cell') {
      const name = String(node.props['name']);
      parts.push({
        kind: 'code',
        name,
        title: String(node.props['title']),
        ...cell(slug, name, files),
      });
      continue;
    }
    const markdown = block(node, writer);
    const last = parts.at(-1);
    if (markdown === '') continue;
    if (last?.kind === 'text' && !markdown.startsWith('## '))
      last.markdown = `${last.markdown}\n\n${markdown}`;
    else parts.push(text(markdown));
  }
  return parts;
}

/** What moves or is answered stays in the course, and the notebook leads there. */
function special({ type, props }: Element, address: Writer['address']): string | undefined {
  const id = String(props['id']);
  const to = (words: string): string => {
    const href = address(`#${id}`);
    return href === undefined ? words : `[${words}](${href})`;
  };
  if (type === 'Widget') {
    const { number, title } = findWidget(id);
    return `▶ ${to(`Figure ${number}: ${title}`)}`;
  }
  if (type === 'Exercise') return `✎ ${to(`Exercise: ${String(props['title'])}`)}`;
  return undefined;
}
