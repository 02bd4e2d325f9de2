/** What is seen of KaTeX's formulas, each glyph where KaTeX puts it, with half of the elements. */
import { type Element, has, isElement, isOf, type Node } from './markup.ts';

/** Kinds of atoms, which KaTeX's stylesheet says nothing of. */
const mute = new Set(
  'enclosing mbin mclose minner mopen mord mop mpunct mrel mtight text textord'.split(' '),
);

/** KaTeX's sizes 1 to 11, of which 6 is the text's. */
const sizes = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2, 1.44, 1.728, 2.074, 2.488];

/** Above and below its baseline a line of text is at least this high, in em: see `line-height` of `.katex`. */
const line = { above: 0.86, below: 0.25 };

/** How wide KaTeX's stylesheet makes a delimiter that is not there. */
const NULL_DELIMITER = 0.12;

const em = (element: Element, property: string): number =>
  Number.parseFloat(element.style.get(property) ?? '0');

const setEm = (element: Element, property: string, value: number): void => {
  element.style.set(property, `${String(Math.round(value * 1e4) / 1e4)}em`);
};

/** How large an element's em is beside that of what it stands in. */
function scaleOf({ classes }: Element): number {
  const [, from, to] = /^katex-sizing reset-size(\d+) size(\d+)/.exec(classes.join(' ')) ?? [];
  return from === undefined ? 1 : sizeAt(to) / sizeAt(from);
}

function sizeAt(number: string | undefined): number {
  const size = sizes[Number(number) - 1];
  if (size === undefined) throw new Error(`formula: KaTeX has no size ${String(number)}`);
  return size;
}

/** The parts of a list of boxes above each other, each on a strut of the same height. */
const partsOf = (list: Element): Element[] => list.children.filter(isElement);

/** A list of boxes above each other is a table of KaTeX's; a block does as well. */
function flattenList(table: Element): Element {
  const [list, depths] = table.children.map((row) => (isElement(row) ? row.children[0] : row));
  if (!isElement(list)) return table;
  const depth = isElement(depths) ? em(depths, 'height') : 0;
  const struts = partsOf(list).map(({ children: [strut] }) =>
    has(strut, 'pstrut') ? em(strut, 'height') : NaN,
  );
  const [strut = NaN] = struts;
  if (!struts.every((height) => height === strut)) return table;
  // The last part's line, whose baseline is the block's, begins where the block does.
  const block = { ...list, classes: ['vlist-t', 'vlist'], style: new Map(list.style) };
  setEm(block, 'margin-top', em(list, 'height') - strut);
  setEm(block, 'height', strut + depth);
  block.style.set('--strut', `${String(strut)}em`);
  for (const part of partsOf(list)) {
    setEm(part, 'top', em(part, 'top') + strut);
    part.children.shift();
  }
  return block;
}

/** An index or an exponent alone is text that is raised. */
function raise(scripts: Element): Element {
  const [list] = scripts.children;
  if (!has(list, 'vlist') || list.children.length !== 1) return scripts;
  const [part] = partsOf(list);
  const [script] = part?.children ?? [];
  if (!part || !isElement(script) || part.children.length !== 1) return scripts;
  const scale = scaleOf(script);
  script.classes.push('raised');
  setEm(script, 'vertical-align', -em(part, 'top') / scale);
  for (const margin of ['margin-left', 'margin-right'])
    if (em(part, margin) + em(script, margin) !== 0)
      setEm(script, margin, em(part, margin) / scale + em(script, margin));
  return script;
}

/** How wide an element is that is nothing but a space, in em. */
function spaceOf(node: Node | undefined): number | undefined {
  if (!isElement(node) || node.children.length > 0) return undefined;
  const properties = [...node.style.keys()].join();
  if (has(node, 'mspace') && properties === 'margin-right') return em(node, 'margin-right');
  if (has(node, 'arraycolsep') && properties === 'width') return em(node, 'width');
  return has(node, 'nulldelimiter') && properties === '' ? NULL_DELIMITER : undefined;
}

const isOperator = (node: Node | undefined): boolean => has(node, 'mbin', 'mrel', 'mpunct');
const takesMargin = (node: Node | undefined): node is Element =>
  isElement(node) && node.tag === 'span' && !has(node, 'katex-strut', 'pstrut');

/** A space is a margin of what stands beside it, an operator if it can be. */
function spacesToMargins(nodes: readonly Node[]): Node[] {
  const kept: Node[] = [];
  nodes.forEach((node, index) => {
    const before = kept.at(-1);
    const after = nodes[index + 1];
    const space = spaceOf(node);
    if (space === undefined) kept.push(node);
    else if (takesMargin(before) && !(isOperator(after) && !isOperator(before)))
      widen(before, 'margin-right', space);
    else if (takesMargin(after) && spaceOf(after) === undefined) widen(after, 'margin-left', space);
    else kept.push(node);
  });
  return kept;
}

const widen = (element: Element, margin: string, by: number): void => {
  setEm(element, margin, em(element, margin) + by / scaleOf(element));
};

/** What stands in these is laid out as an element by KaTeX's stylesheet. */
const needsElements = (parent: Element): boolean =>
  isOf(parent, 'vlist', 'mfrac', 'katex-inner', 'mult', 'delim-size1', 'delim-size4') ||
  has(parent.children[0], 'pstrut');

const saysNothing = (node: Node): node is Element =>
  has(node, ...mute) && node.style.size === 0 && node.classes.every((name) => mute.has(name));

const isLow = (strut: Node): boolean =>
  has(strut, 'katex-strut') &&
  -em(strut, 'vertical-align') <= line.below &&
  em(strut, 'height') + em(strut, 'vertical-align') <= line.above;

/** A colour is that of the one element in it. */
function mergeRole(element: Element): Element {
  const [child] = element.children;
  if (!isOf(element, 'enclosing') || element.style.size > 0) return element;
  if (element.children.length !== 1 || !isElement(child) || child.tag !== 'span') return element;
  child.classes.push(...element.classes);
  return child;
}

function compactNode(node: Node): Node {
  if (!isElement(node)) return node;
  node.children = spacesToMargins(node.children.map(compactNode));
  if (!needsElements(node))
    node.children = node.children.flatMap((child) => (saysNothing(child) ? child.children : child));
  if (isOf(node, 'katex-base')) node.children = node.children.filter((child) => !isLow(child));
  if (isOf(node, 'vlist-t')) return flattenList(node);
  if (isOf(node, 'msupsub')) return raise(node);
  return mergeRole(node);
}

/** Drops the names that were needed to find out what is what. */
function dropNames(node: Node): void {
  if (!isElement(node)) return;
  node.classes = node.classes.filter((name) => !mute.has(name));
  node.children.forEach(dropNames);
}

/** Changes the element whose lines are the formula. */
export function compactHtml(html: Element): void {
  html.children = html.children.map(compactNode);
  html.children.forEach(dropNames);
}
