/** How the text cites what a chapter lists under further reading: by surname and year. */

export interface Source {
  authors: string;
  year: number;
}

const surname = ({ authors }: Source): string =>
  authors
    .split(/,| and /)[0]
    ?.trim()
    .split(' ')
    .at(-1) ?? '';

/** An id for each source, in their order. */
export function sourceIds(sources: readonly Source[]): string[] {
  const taken = new Map<string, number>();
  return sources.map((source) => {
    const id = `ref-${surname(source).toLowerCase()}-${String(source.year)}`;
    const before = taken.get(id) ?? 0;
    taken.set(id, before + 1);
    return before === 0 ? id : `${id}-${String(before + 1)}`;
  });
}

/** "Kingma and Ba 2015", "Polyak (1964)", "Loshchilov and Hutter, 2017": from the first author to the year. */
export const citationOf = (source: Source): RegExp =>
  new RegExp(
    `(?<!\\p{L})${surname(source)}(?!\\p{L})[^().;:]{0,60}?(?:\\(${String(source.year)}\\)|${String(source.year)})`,
    'u',
  );
