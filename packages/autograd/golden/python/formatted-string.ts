import type { Expression, FormattedPart } from './syntax.ts';
import type { Token } from './tokenize.ts';

const FIELD =
  /\{\{|\}\}|\{((?:[^{}'"[\]]|'[^']*'|"[^"]*"|\[[^\]]*\])+?)(?:!([rs]))?(?::([^{}]*))?\}/g;

/** Text and replacement fields of a string, which only an f-string has; `parse` reads what stands in a field. */
export function formattedParts(
  { kind, text }: Token,
  parse: (source: string) => Expression,
): FormattedPart[] {
  if (kind === 'string') return [text];
  const parts: FormattedPart[] = [];
  let end = 0;
  for (const match of text.matchAll(FIELD)) {
    parts.push(text.slice(end, match.index));
    end = match.index + match[0].length;
    const [whole, source, conversion = '', specification = ''] = match;
    if (source === undefined) parts.push(whole.slice(1));
    else parts.push({ value: parse(source), conversion, specification });
  }
  parts.push(text.slice(end));
  return parts;
}
