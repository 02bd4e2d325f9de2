/**
 * KaTeX's formulas with fewer elements, which look the same and are read out the same: a chapter has hundreds
 * of them, and they are most of what a browser has to lay out.
 */
import { compactHtml } from './compact-html.ts';
import { type Element, isElement, isOf, type Node, parse, print } from './markup.ts';

/** The TeX beside it is read by nobody, and a row of one is that one. */
function compactMath(node: Node): Node {
  if (!isElement(node)) return node;
  node.children = node.children.map(compactMath);
  const [child] = node.children;
  if (node.tag === 'semantics' && isElement(child)) return child;
  if (node.tag === 'math' && isElement(child) && child.tag === 'mrow')
    node.children = child.children;
  return node.tag === 'mrow' && node.children.length === 1 && child !== undefined ? child : node;
}

/** A line that breaks nowhere is one element. */
function mergeBase(html: Element): Element {
  const [base] = html.children;
  if (html.children.length !== 1 || !isElement(base)) return html;
  base.classes.unshift(...html.classes);
  for (const [name, value] of html.attributes) base.attributes.set(name, value);
  return base;
}

function compactKatex(katex: Element, isDisplay: boolean): void {
  const [mathml, html] = katex.children;
  if (!isElement(mathml) || !isElement(html)) return;
  mathml.children = mathml.children.map(compactMath);
  compactHtml(html);
  if (!isDisplay) katex.children = [mathml, mergeBase(html)];
}

/** Of what `katex.renderToString` gives, in a line or displayed. */
export function compact(formula: string): string {
  const nodes = parse(formula);
  for (const node of nodes.filter(isElement)) {
    const isDisplay = isOf(node, 'katex-display');
    for (const katex of isDisplay ? node.children.filter(isElement) : [node])
      compactKatex(katex, isDisplay);
  }
  return nodes.map(print).join('');
}
