/** Writes the elements of a chapter as Markdown with TeX in dollars, for notebooks. */
import type { Element } from '../exercises/elements/jsx-runtime.ts';

/** What has no Markdown of its own: figures, exercises. Nothing for what is left out. */
export type Special = (element: Element) => string | undefined;

export interface Writer {
  /** The address of a link of the chapter, or nothing where there is none outside of the site. */
  address: (href: string) => string | undefined;
  special: Special;
}

export const isElement = (node: unknown): node is Element =>
  typeof node === 'object' && node !== null && 'type' in node && 'props' in node;

export const childrenOf = ({ props }: Element): unknown[] => [props['children']].flat(Infinity);

/** One block: a paragraph, a heading, a list, a table, a formula. */
export function block(node: unknown, writer: Writer): string {
  if (!isElement(node)) return inline(node, writer).trim();
  const inside = () => inlines(node, writer).trim();
  switch (node.type) {
    case 'p':
      return inside();
    case 'h2':
    case 'h3':
    case 'h4':
      return `${'#'.repeat(Number(node.type.charAt(1)))} ${inside()}`;
    case 'pre':
      return preformatted(node);
    case 'ul':
    case 'ol':
      return list(node, writer);
    case 'table':
      return table(node, writer);
    case 'details':
      return `<details>${blocks(node, writer)}\n\n</details>`;
    case 'summary':
      return `<summary>${inside()}</summary>`;
    case 'blockquote':
      return quoted(blocks(node, writer));
    case 'Predict':
      return quoted(`**Predict first.** ${blocks(node, writer)}`);
    case 'Scroll':
    case 'div':
    case 'fragment':
      return blocks(node, writer);
    default:
      return writer.special(node) ?? '';
  }
}

/** Blocks with empty lines between them. Words that stand by themselves are a paragraph. */
export const blocks = (element: Element, writer: Writer): string =>
  childrenOf(element)
    .map((child) => block(child, writer))
    .filter((text) => text !== '')
    .join('\n\n');

const inlines = (element: Element, writer: Writer): string =>
  childrenOf(element)
    .map((child) => inline(child, writer))
    .join('');

function inline(node: unknown, writer: Writer): string {
  if (typeof node === 'string') return escaped(node);
  if (typeof node === 'number') return String(node);
  if (!isElement(node)) return '';
  const inside = inlines(node, writer);
  switch (node.type) {
    case 'code':
      return isMath(node, 'inline') ? `$${texOf(node)}$` : `\`${plain(node)}\``;
    case 'em':
    case 'Term':
      return `*${inside}*`;
    case 'strong':
      return `**${inside}**`;
    case 'a':
      return linked(inside, writer.address(String(node.props['href'])));
    case 'br':
      return '  \n';
    case 'p':
      return `${inside}\n\n`;
    default:
      return inside;
  }
}

const linked = (text: string, address: string | undefined): string =>
  address === undefined ? text : `[${text}](${address})`;

const plain = (element: Element): string => childrenOf(element).join('');

const escaped = (text: string): string => text.replace(/[\\`*_$<[\]]/g, '\\$&');

const isMath = (element: Element, kind: string): boolean =>
  String(element.props['className']).includes(`math-${kind}`);

/** The roles that colour a formula in the course are macros that nobody else knows. */
const texOf = (element: Element): string =>
  plain(element).replace(/\\(?:x|f|g|lr|good|bad)(?=\{)/g, '');

function preformatted(element: Element): string {
  const code = childrenOf(element).find(isElement);
  if (code && isMath(code, 'display')) return `$$\n${texOf(code)}\n$$`;
  return `\`\`\`\n${code ? plain(code).trimEnd() : ''}\n\`\`\``;
}

function list(element: Element, writer: Writer): string {
  const items = childrenOf(element).filter(isElement);
  const mark = (index: number) => (element.type === 'ol' ? `${String(index + 1)}.` : '-');
  return items
    .map((item, index) => `${mark(index)} ${inlines(item, writer).trim().replace(/\n+/g, '\n  ')}`)
    .join('\n');
}

function table(element: Element, writer: Writer): string {
  const rows = descendants(element, 'tr').map(
    (row) =>
      `| ${childrenOf(row)
        .filter(isElement)
        .map((cell) => inlines(cell, writer).replaceAll('|', '\\|'))
        .join(' | ')} |`,
  );
  const [head = '', ...body] = rows;
  const columns = descendants(element, 'th').length;
  return [head, `|${' --- |'.repeat(columns)}`, ...body].join('\n');
}

function descendants(element: Element, type: string): Element[] {
  return childrenOf(element)
    .filter(isElement)
    .flatMap((child) => [...(child.type === type ? [child] : []), ...descendants(child, type)]);
}

const quoted = (text: string): string => text.replace(/^/gm, '> ');
