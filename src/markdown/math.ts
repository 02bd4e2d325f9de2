import katex from 'katex';
import { defineHastPlugin, htmlToHast } from 'satteri';
import type { HastNode } from 'satteri';
import { compact } from './compact-formula.ts';

/** The colour of a thing is the same in prose, formula, chart and table: see src/styles/tokens.css. */
const roles = { x: 'input', f: 'function', g: 'gradient', lr: 'rate', good: 'good', bad: 'bad' };

const macros = () =>
  Object.fromEntries(
    Object.entries(roles).map(([name, role]) => [`\\${name}`, `\\htmlClass{role-${role}}{#1}`]),
  );

const count = (tex: string, pattern: RegExp): number => tex.match(pattern)?.length ?? 0;

const isOpen = (tex: string): boolean =>
  count(tex, /(?<!\\)\{|\\left\b|\\begin\b/g) > count(tex, /(?<!\\)\}|\\right\b|\\end\b/g);

/** A display of several formulas, between which a narrow screen may break the line, and nowhere within one. */
export function breakable(tex: string): string {
  const formulas: string[] = [];
  for (const part of tex.split('\\qquad')) {
    const before = formulas.at(-1);
    if (before !== undefined && isOpen(before)) formulas.push(`${formulas.pop()}\\qquad${part}`);
    else formulas.push(part);
  }
  return formulas.map((formula) => `{${formula}}`).join('\\qquad\\allowbreak ');
}

/**
 * KaTeX writes `min` in an index as a name and a sign of application: one child more than an index may have,
 * and Firefox then shows none of it.
 */
const appliedToNothing =
  /<mo>\u2061<\/mo>(?=(?:<m[ino][^>]*>[^<]*<\/m[ino]>)?<\/msu(?:b|p|bsup)>)/g;

/** Renders TeX to HTML with MathML beside it. Throws on any formula that KaTeX would warn about. */
export function renderMath(tex: string, displayMode: boolean): string {
  const html = katex.renderToString(displayMode ? breakable(tex) : tex, {
    displayMode,
    macros: macros(),
    throwOnError: true,
    strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
    trust: (context) => context.command === '\\htmlClass',
  });
  const clean = compact(html).replace(appliedToNothing, '');
  return displayMode ? `<div class="equation">${clean}</div>` : clean;
}

/**
 * A browser may break a line after a formula, and would leave the comma behind it alone on the next.
 * So what closes a clause is set with the formula, as part of its last piece.
 */
const closing = /^[.,;:!?)]+/;

const closed = (tex: string, stop: string): string => `${tex}\\text{${stop}}`;

/** Plain text with $TeX$ in it, as HTML: for frontmatter, which Markdown does not reach. */
export function inlineMath(text: string): string {
  return text
    .replace(/\$([^$]+)\$([.,;:!?)]+)/g, (_, tex: string, stop: string) => `$${closed(tex, stop)}$`)
    .split(/\$([^$]+)\$/)
    .map((part, index) => (index % 2 ? renderMath(part, false) : escapeHtml(part)))
    .join('');
}

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const classes = (node: HastNode): unknown[] => {
  const value = node.type === 'element' ? node.properties['className'] : undefined;
  return Array.isArray(value) ? value : [];
};

/** The one element that a rendered formula is. */
function element(html: string): HastNode {
  const tree = htmlToHast(html, { fragment: true });
  const child = tree.type === 'root' ? tree.children[0] : tree;
  if (!child) throw new Error('math: KaTeX rendered nothing');
  return child;
}

/** Turns $…$ and $$…$$ into HTML and MathML while the page is built; a bad formula fails the build. */
export const math = defineHastPlugin({
  name: 'math',
  element: {
    filter: ['code', 'pre'],
    visit(node, context) {
      if (node.tagName === 'pre') {
        const code = node.children.find((child) => classes(child).includes('math-display'));
        return code && element(renderMath(context.textContent(code), true));
      }
      if (!classes(node).includes('math-inline')) return undefined;
      const tex = context.textContent(node);
      const next = context.parent(node).children[(context.indexOf(node) ?? NaN) + 1];
      const stop = next?.type === 'text' ? closing.exec(next.value)?.[0] : undefined;
      if (next?.type !== 'text' || stop === undefined) return element(renderMath(tex, false));
      context.replaceNode(next, { type: 'text', value: next.value.slice(stop.length) });
      return element(renderMath(closed(tex, stop), false));
    },
  },
});
