import { plainForm } from './characters.ts';
import { isName, wordsIn } from './names.ts';
import { tooLong, unknownText } from './problems.ts';
import type { Token, TokenKind } from './token.ts';

/** A reader's formula fits in a line; the limit also bounds the depth of the tree. */
export const maximumLength = 200;

/** `f(x) =`, `y =`, `f'(x) =`, `df/dx =` and `lambda x:` before a formula say only what it is called. */
const definition =
  /^\s*(?:lambda [\w ,]*:|(?:[A-Za-z]\w*'*\s*(?:\([\w ,]*\))?|[d∂]\w*'*(?:\([\w ,]*\))?\s*\/\s*[d∂]\w+)\s*:?=)/;

const patterns: readonly [TokenKind | 'space' | 'command', RegExp][] = [
  ['space', /\s+|\\[,;:! ]|\\(?:left|right|[bB]igg?[lr]?|q?quad|displaystyle)(?![A-Za-z])/y],
  ['space', /(?:(?:torch|np|numpy|jnp|math|tf|nn|functional|special|F)\.)+(?=[A-Za-z])/iy],
  ['number', /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y],
  ['name', /[A-Za-z_](?:_\{\d+\}|[A-Za-z0-9_])*/y],
  ['command', /\\(?:operatorname|mathrm|text)\s*\{[A-Za-z]+\}|\\sqrt\s*\[\s*\d+\s*\]/y],
  ['command', /\\[A-Za-z]+(?:_\{?\d+\}?)?/y],
  ['superscript', /⁻?(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]+|[ˣʸ])/y],
  ['fraction', /[½⅓⅔¼¾⅕⅛]/y],
  ['root', /[√∛]/y],
  ['operator', /\*\*|[-+*/^]/y],
  ['|', /\|/y],
  ['(', /[([{]/y],
  [')', /[)\]}]/y],
  [',', /,/y],
];

/** Maps, because an object would also find `constructor`. */
const spellings = new Map(
  Object.entries({
    '**': '^',
    '√': 'sqrt',
    '∛': 'cbrt',
    '⁻': '-',
    ˣ: 'x',
    ʸ: 'y',
    '½': '1/2',
    '⅓': '1/3',
    '⅔': '2/3',
    '¼': '1/4',
    '¾': '3/4',
    '⅕': '1/5',
    '⅛': '1/8',
  }),
);

const commands = new Map<string, [TokenKind, string]>(
  Object.entries({
    cdot: ['operator', '*'],
    times: ['operator', '*'],
    div: ['operator', '/'],
    frac: ['frac', 'frac'],
    dfrac: ['frac', 'frac'],
    tfrac: ['frac', 'frac'],
    lvert: ['|', '|'],
    rvert: ['|', '|'],
    vert: ['|', '|'],
  }),
);

/** Cuts a formula into tokens, the last of kind `end`. Throws ExpressionError. */
export function tokenize(typed: string): Token[] {
  if (typed.length > maximumLength) throw tooLong(typed.length, maximumLength);
  const { text, origins } = plainForm(typed);
  const origin = (index: number) => origins[index] ?? typed.length;
  const tokens: Token[] = [];
  let index = definition.exec(text)?.[0].length ?? 0;
  while (index < text.length) {
    for (const { kind, text: spelling, length } of piecesAt(text, index)) {
      const position = origin(index);
      index += length;
      const token = { text: spelling, position, length: origin(index) - position };
      if (kind === 'unknown') throw unknownText(token);
      if (kind !== 'space') tokens.push({ kind, ...token });
    }
  }
  return [...tokens, { kind: 'end', text: '', position: typed.length, length: 0 }];
}

interface Piece {
  kind: TokenKind | 'space' | 'unknown';
  text: string;
  /** In plain characters. */
  length: number;
}

function piecesAt(text: string, index: number): Piece[] {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = index;
    const match = pattern.exec(text)?.[0];
    if (match === undefined) continue;
    if (kind === 'name') return names(match);
    if (kind === 'command') return [command(match)];
    const spelled = kind === 'superscript' ? raised(match) : (spellings.get(match) ?? match);
    return [{ kind, text: spelled, length: match.length }];
  }
  const character = String.fromCodePoint(text.codePointAt(index) ?? 0);
  return [{ kind: 'unknown', text: character, length: character.length }];
}

function names(run: string): Piece[] {
  return wordsIn(run).map(({ name, length }) => ({
    kind: /^\d/.test(name) ? 'number' : 'name',
    text: name,
    length,
  }));
}

/** What begins with a backslash in TeX: a sign, or the name of a function or of pi. */
function command(match: string): Piece {
  const length = match.length;
  if (match.includes('[')) {
    const cube = /\[\s*3\s*\]/.test(match);
    return cube ? { kind: 'name', text: 'cbrt', length } : { kind: 'unknown', text: match, length };
  }
  const text = /\{([A-Za-z]+)\}$/.exec(match)?.[1] ?? match.slice(1);
  const known = commands.get(text);
  if (known) return { kind: known[0], text: known[1], length };
  const [word, more] = wordsIn(text);
  return word !== undefined && more === undefined && isName(word.name)
    ? { kind: 'name', text: word.name, length }
    : { kind: 'unknown', text: match, length };
}

function raised(superscript: string): string {
  return Array.from(
    superscript,
    (sign) => spellings.get(sign) ?? String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(sign)),
  ).join('');
}
