/** The query part of an address, pair by pair, as far as it speaks of one figure: `ID.key=value`. */

export const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

export const pairs = (search: string): string[] =>
  search
    .replace(/^\?/, '')
    .split('&')
    .filter((pair) => pair !== '');

export const keyOf = (pair: string): string => decode(pair.split('=', 1)[0] ?? '');

export const belongsTo = (id: string, pair: string): boolean => keyOf(pair).startsWith(`${id}.`);

/** The part of the query that speaks of the figure `id`. */
export const ownPart = (search: string, id: string): string =>
  pairs(search)
    .filter((pair) => belongsTo(id, pair))
    .join('&');

/** True when the address says anything about the figure `id`. */
export const isNamedIn = (search: string, hash: string, id: string): boolean =>
  decode(hash) === `#${id}` || ownPart(search, id) !== '';
