import { ExpressionError } from './error.ts';
import { splitNames } from './names.ts';

export type TokenKind = 'number' | 'name' | 'operator' | 'superscript' | '(' | ')' | ',' | 'end';

export interface Token {
  kind: TokenKind;
  /** Spelled the one way the parser knows: `**` as ^, − as -, ² as 2. */
  text: string;
  position: number;
  length: number;
}

/** A reader's formula fits in a line; the limit also bounds the depth of the tree. */
export const maximumLength = 200;

const patterns: [TokenKind | 'space', RegExp][] = [
  ['space', /\s+/y],
  ['number', /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y],
  ['name', /[A-Za-z_][A-Za-z0-9_]*|π/y],
  ['superscript', /⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+/y],
  ['operator', /\*\*|[-+*/^−–·⋅×÷]/y],
  ['(', /\(/y],
  [')', /\)/y],
  [',', /,/y],
];

/** A Map, because an object would also find `constructor`. */
const spellings = new Map(
  Object.entries({
    '**': '^',
    '−': '-',
    '–': '-',
    '·': '*',
    '⋅': '*',
    '×': '*',
    '÷': '/',
    π: 'pi',
  }),
);

const advice = new Map(
  Object.entries({
    '|': 'For an absolute value write abs(x).',
    '=': 'Write only what stands right of the equals sign.',
    '[': 'Use round parentheses.',
    '{': 'Use round parentheses.',
    '√': 'For a square root write sqrt(x).',
    '%': 'Write a percentage as a decimal number: 0.05.',
  }),
);

/** Cuts a formula into tokens, the last of kind `end`. Throws ExpressionError. */
export function tokenize(text: string): Token[] {
  if (text.length > maximumLength) {
    const excess = text.length - maximumLength;
    const message = `The formula is ${text.length} characters long; the limit is ${maximumLength}. Write a shorter one.`;
    throw new ExpressionError(message, maximumLength, excess);
  }
  const tokens: Token[] = [];
  let position = 0;
  while (position < text.length) {
    const [kind, match] = matchAt(text, position);
    if (kind !== 'space') tokens.push(...tokensOf(kind, match, position));
    position += match.length;
  }
  return [...tokens, { kind: 'end', text: '', position, length: 0 }];
}

function matchAt(text: string, position: number): [TokenKind | 'space', string] {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = position;
    const match = pattern.exec(text);
    if (match) return [kind, match[0]];
  }
  const character = String.fromCodePoint(text.codePointAt(position) ?? 0);
  const hint = advice.get(character) ?? 'Use numbers, names, + - * / ^ and parentheses.';
  const message = `I cannot read ‘${character}’ at position ${position + 1}. ${hint}`;
  throw new ExpressionError(message, position, character.length);
}

function tokensOf(kind: TokenKind, match: string, position: number): Token[] {
  if (kind === 'name') return nameTokens(spellings.get(match) ?? match, match.length, position);
  const text = kind === 'superscript' ? plainDigits(match) : (spellings.get(match) ?? match);
  return [{ kind, text, position, length: match.length }];
}

function nameTokens(run: string, length: number, position: number): Token[] {
  const names = splitNames(run);
  if (names.length === 1) return [{ kind: 'name', text: run, position, length }];
  let start = position;
  return names.map((text) => {
    const token: Token = { kind: 'name', text, position: start, length: text.length };
    start += text.length;
    return token;
  });
}

function plainDigits(superscript: string): string {
  return [...superscript]
    .map((digit) => (digit === '⁻' ? '-' : String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit))))
    .join('');
}
