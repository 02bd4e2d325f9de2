/** Finds in plain text what a reader may want to follow. */

export interface Link {
  href: string;
  className: string;
  /** Where the way back leads to. */
  id?: string;
}

export interface Matcher {
  pattern: RegExp;
  /** Undefined where the words are to stay as they are. Asked once for each match, in the order of the text. */
  linkOf: (match: RegExpExecArray) => Link | undefined;
}

export type Piece = string | { text: string; to: Link };

interface Found {
  match: RegExpExecArray;
  matcher: Matcher;
}

/** The match that comes first from `start` on; of two that begin together, that of the earlier matcher. */
function firstFrom(start: number, text: string, matchers: readonly Matcher[]): Found | undefined {
  let first: Found | undefined;
  for (const matcher of matchers) {
    const { source, flags } = matcher.pattern;
    const pattern = new RegExp(source, flags.includes('g') ? flags : `${flags}g`);
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (match && (!first || match.index < first.match.index)) first = { match, matcher };
  }
  return first;
}

/** The text in pieces, those that lead somewhere with their link. */
export function mentions(text: string, matchers: readonly Matcher[]): Piece[] {
  const pieces: Piece[] = [];
  let kept = 0;
  let found = firstFrom(0, text, matchers);
  while (found) {
    const { match, matcher } = found;
    const end = match.index + match[0].length;
    const to = matcher.linkOf(match);
    if (to) {
      if (match.index > kept) pieces.push(text.slice(kept, match.index));
      pieces.push({ text: match[0], to });
      kept = end;
    }
    found = firstFrom(end, text, matchers);
  }
  if (kept < text.length) pieces.push(text.slice(kept));
  return pieces;
}
