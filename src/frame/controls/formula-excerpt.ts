/** The part of a long formula around a place in it, so that the place can be pointed at. */

const AROUND = 14;

export interface Excerpt {
  before: string;
  /** The character at the place; a space at the end of the formula. */
  at: string;
  after: string;
}

export function excerpt(formula: string, position: number): Excerpt {
  const start = Math.max(0, position - AROUND);
  const end = position + 1 + AROUND;
  return {
    before: (start > 0 ? '…' : '') + formula.slice(start, position),
    at: formula.slice(position, position + 1) || ' ',
    after: formula.slice(position + 1, end) + (end < formula.length ? '…' : ''),
  };
}
