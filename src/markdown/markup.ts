/**
 * The markup that KaTeX writes as a tree, and the tree as markup. Text stays escaped as it was; namespaces, which
 * HTML does not need, are left out.
 */

export interface Element {
  tag: string;
  classes: string[];
  /** Property to value. */
  style: Map<string, string>;
  /** All other attributes. */
  attributes: Map<string, string>;
  children: Node[];
}

export type Node = Element | string;

export const isElement = (node: Node | undefined): node is Element => typeof node === 'object';

export const isOf = ({ classes }: Element, ...names: string[]): boolean =>
  names.some((name) => classes.includes(name));

/** An element of one of these classes. */
export const has = (node: Node | undefined, ...classes: string[]): node is Element =>
  isElement(node) && isOf(node, ...classes);

const pairs = (text: string, pattern: RegExp): [string, string][] =>
  [...text.matchAll(pattern)].map(([, name = '', value = '']) => [name, value]);

function elementOf(tag: string, text: string): Element {
  const attributes = new Map(pairs(text, /([\w:-]+)="([^"]*)"/g));
  const classes = attributes.get('class')?.split(' ').filter(Boolean) ?? [];
  const style = new Map(pairs(attributes.get('style') ?? '', /([\w-]+):([^;]+)/g));
  attributes.delete('class');
  attributes.delete('style');
  attributes.delete('xmlns');
  return { tag, classes, style, attributes, children: [] };
}

/** Throws where an element is not closed. */
export function parse(markup: string): Node[] {
  const root = elementOf('', '');
  const open = [root];
  for (const [text, end, tag, attributes = ''] of markup.matchAll(
    /<(\/?)([\w-]+)([^>]*)>|[^<]+/g,
  )) {
    const parent = open.at(-1);
    if (!parent) break;
    if (tag === undefined) parent.children.push(text);
    else if (end === '/') open.pop();
    else {
      const element = elementOf(tag, attributes);
      parent.children.push(element);
      if (!attributes.endsWith('/')) open.push(element);
    }
  }
  if (open.length !== 1) throw new Error(`markup: not all that is open is closed, got ${markup}`);
  return root.children;
}

const attribute = (name: string, value: string): string => value && ` ${name}="${value}"`;

export function print(node: Node): string {
  if (!isElement(node)) return node;
  const { tag, classes, style, attributes, children } = node;
  const declarations = [...style].map(([name, value]) => `${name}:${value}`);
  const all =
    attribute('class', classes.join(' ')) +
    attribute('style', declarations.join(';')) +
    [...attributes].map(([name, value]) => ` ${name}="${value}"`).join('');
  return `<${tag}${all}>${children.map(print).join('')}</${tag}>`;
}
