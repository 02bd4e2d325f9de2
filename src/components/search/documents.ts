/** What a built page holds to be found: its sections, figures, exercises and terms. */
import { htmlToHast } from 'satteri';
import type { HastNode } from 'satteri';

export type Kind = 'Chapter' | 'Section' | 'Figure' | 'Exercise' | 'Term' | 'Page';

export interface Document {
  /** From the root of the site, with the place within the page. */
  address: string;
  kind: Kind;
  title: string;
  /** Of the page, where it is another one. */
  page: string;
  text: string;
}

type Element = Extract<HastNode, { type: 'element' }>;

const isElement = (node: HastNode): node is Element => node.type === 'element';
const childrenOf = (node: HastNode): readonly HastNode[] =>
  'children' in node ? node.children : [];
const idOf = ({ properties }: Element): string => properties.id ?? '';
const has = ({ properties }: Element, name: string): boolean =>
  String(properties['className'] ?? '')
    .split(/[ ,]/)
    .includes(name);

const silent = new Set([
  'annotation',
  'button',
  'fieldset',
  'form',
  'label',
  'nav',
  'noscript',
  'pre',
  'script',
  'style',
  'svg',
  'table',
]);

/**
 * KaTeX writes a formula twice, and once more as TeX; what is read is its MathML. A list of a chapter's
 * exercises holds what is found in the chapter.
 */
const isSilent = (node: HastNode): boolean =>
  isElement(node) &&
  (silent.has(node.tagName) ||
    has(node, 'katex-html') ||
    has(node, 'eyebrow') ||
    node.properties['dataChapter'] !== undefined);

function textOf(node: HastNode): string {
  if (node.type === 'text') return node.value;
  return isSilent(node)
    ? ''
    : childrenOf(node)
        .map(textOf)
        .join(isElement(node) ? (between[node.tagName] ?? '') : '');
}

/** What separates the parts of an element when they are read one after another. */
const between: Readonly<Record<string, string>> = {
  dd: ' ',
  details: ' ',
  div: ' ',
  figure: ' ',
  mfrac: '/',
  ol: ' ',
  section: ' ',
  ul: ' ',
};

/** These may hold headings and parts; of all others only the text counts. */
const holdsParts = new Set(['div', 'dl', 'main', 'section']);

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

const find = (node: HastNode, is: (element: Element) => boolean): Element | undefined => {
  if (isElement(node) && is(node)) return node;
  for (const child of childrenOf(node)) {
    const found = find(child, is);
    if (found) return found;
  }
  return undefined;
};

const tagged = (node: HastNode, ...names: string[]): string => {
  const element = find(node, ({ tagName }) => names.includes(tagName));
  return element ? tidy(textOf(element)) : '';
};

/** A part that is found by itself: its kind, title and text, or undefined. */
function partOf(element: Element): Omit<Document, 'address' | 'page'> | undefined {
  if (element.tagName === 'figure' && element.properties['dataWidget'] !== undefined)
    return {
      kind: 'Figure',
      title: tagged(element, 'h1', 'h3'),
      text: tagged(element, 'figcaption'),
    };
  if (has(element, 'exercise'))
    return { kind: 'Exercise', title: tagged(element, 'h3'), text: tidy(textOf(element)) };
  if (element.tagName === 'div' && tagged(element, 'dt') !== '' && idOf(element) !== '')
    return { kind: 'Term', title: tagged(element, 'dt'), text: tagged(element, 'dd') };
  return undefined;
}

/** @param address of the page, from the root of the site */
export function documentsOf(html: string, address: string): Document[] {
  const main = find(htmlToHast(html), ({ tagName }) => tagName === 'main');
  if (!main) return [];
  const page = tagged(main, 'h1');
  const isChapter = find(main, (element) => has(element, 'toc')) !== undefined;
  const first: Document = {
    address,
    kind: isChapter ? 'Chapter' : 'Page',
    title: page,
    page: '',
    text: '',
  };
  const documents = [first];
  /** What is being read, to which loose text belongs. */
  let open = first;

  const start = (id: string, part: Omit<Document, 'address' | 'page'>): Document => {
    const document = { ...part, address: `${address}#${id}`, page };
    documents.push(document);
    return document;
  };

  const read = (node: HastNode): void => {
    if (isSilent(node)) return;
    const part = isElement(node) ? partOf(node) : undefined;
    if (isElement(node) && part) {
      // A figure is found in its chapter, not where it is shown again.
      if (isChapter || part.kind !== 'Figure') start(idOf(node), part);
    } else if (isElement(node) && /^h[23]$/.test(node.tagName) && idOf(node) !== '') {
      open = start(idOf(node), { kind: 'Section', title: tidy(textOf(node)), text: '' });
    } else if (isElement(node) && holdsParts.has(node.tagName)) {
      childrenOf(node).forEach(read);
    } else if (!isElement(node) || node.tagName !== 'h1') {
      open.text += `${textOf(node)} `;
    }
  };
  read(main);
  return documents
    .map((document) => ({ ...document, text: tidy(document.text) }))
    .filter(({ title }) => title !== '');
}
