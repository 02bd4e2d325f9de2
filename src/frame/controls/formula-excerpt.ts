/** The part of a long formula around a place in it, so that the place can be pointed at. */

const AROUND = 14;
const SPACE = 32;

export interface Excerpt {
  before: string;
  /** The character at the place; a space at the end of the formula. */
  at: string;
  after: string;
}

/** Characters of two halves, such as 𝑥, stay whole. */
export function excerpt(formula: string, position: number): Excerpt {
  const start = Math.max(0, position - AROUND);
  const at = String.fromCodePoint(formula.codePointAt(position) ?? SPACE);
  const rest = position + at.length;
  const end = rest + AROUND;
  const before = formula.slice(start, position).replace(/^[\uDC00-\uDFFF]/, '');
  const after = formula.slice(rest, end).replace(/[\uD800-\uDBFF]$/, '');
  return {
    before: (start > 0 ? '…' : '') + before,
    at,
    after: after + (end < formula.length ? '…' : ''),
  };
}
