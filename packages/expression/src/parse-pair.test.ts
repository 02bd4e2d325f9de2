import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ExpressionError } from './error.ts';
import { parsePair } from './parse-pair.ts';
import { parse } from './parse.ts';
import { expressions } from './random-expressions.test.helper.ts';
import { toText } from './to-text.ts';

const variables = ['x', 'y'];

test('two formulas are parted at the comma that is in no parentheses', () => {
  expect(parsePair('x^2-y^2, 2x y')).toEqual([parse('x^2-y^2'), parse('2x y')]);
  expect(parsePair('max(x, y), min(x, max(1, y))')).toEqual([
    parse('max(x, y)'),
    parse('min(x, max(1, y))'),
  ]);
});

test('a name in front of both is left out, brackets are as good as parentheses', () => {
  expect(parsePair('F(x, y) = [x^2, y]')).toEqual(parsePair('x^2, y'));
});

test('parentheses around both are as good as none', () => {
  expect(parsePair(' (x, max(x, y)) ')).toEqual(parsePair('x, max(x, y)'));
  expect(parsePair('(x)(y), (x)')).toEqual([parse('x y'), parse('x')]);
});

test('any two formulas survive being written side by side', () => {
  fc.assert(
    fc.property(expressions({ depth: 3 }), expressions({ depth: 3 }), (first, second) => {
      const text = `${toText(first)}, ${toText(second)}`;
      fc.pre(text.length <= 190);
      expect(parsePair(text)).toEqual([first, second]);
      expect(parsePair(`(${text})`)).toEqual([first, second]);
    }),
    { numRuns: 300 },
  );
});

function problem(text: string): ExpressionError {
  try {
    parsePair(text, { variables });
  } catch (error) {
    if (error instanceof ExpressionError) return error;
  }
  throw new Error(`nothing is wrong with ${text}`);
}

test.each([
  ['', 0, 0, 'Write a formula'],
  ['x', 1, 0, 'That is one formula. Write two with a comma between'],
  ['max(x, y)', 9, 0, 'That is one formula.'],
  ['x,', 1, 1, 'A formula is missing beside the comma at position 2.'],
  [', y', 0, 1, 'A formula is missing beside the comma at position 1.'],
  ['(x, )', 2, 1, 'A formula is missing beside the comma at position 3.'],
  ['x, y, x y', 4, 1, 'A third formula begins after the comma at position 5.'],
  ['(x, y, 1)', 5, 1, 'A third formula begins after the comma at position 6.'],
  ['x, y^^2', 5, 1, 'Two powers in a row at position 6.'],
  ['x, 2 +', 5, 1, 'Something is missing after + at position 6'],
  ['x, z', 3, 1, 'z is not a variable here. Allowed: x, y.'],
  ['x, constructor', 3, 11, 'I do not know the name ‘constructor’'],
  ['sin(x, y', 3, 1, 'The parenthesis opened at position 4 is not closed'],
  ['x, sin(y', 6, 1, 'The parenthesis opened at position 7 is not closed'],
  ['x), y', 1, 1, 'Nothing is open for the ) at position 2'],
  ['x, |y', 3, 1, 'The | at position 4 is not closed. Add |.'],
])('%s at %i, %i characters', (text, position, length, message) => {
  const error = problem(text);
  expect(error).toMatchObject({ position, length });
  expect(error.message).toContain(message);
});

test('any text is read or refused with an ExpressionError inside it', () => {
  const fragment = fc.constantFrom(
    ...[
      'x',
      'y',
      '2',
      'sin',
      'max',
      '(',
      ')',
      ',',
      ', ',
      '+',
      '-',
      '^',
      ' ',
      '⁻',
      '=',
      '__proto__',
    ],
  );
  const texts = fc.oneof(
    fc.array(fragment, { maxLength: 30 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 210 }),
  );
  fc.assert(
    fc.property(texts, (text) => {
      try {
        parsePair(text);
      } catch (error) {
        expect(error).toBeInstanceOf(ExpressionError);
        const { position, length } = error as ExpressionError;
        expect(position).toBeGreaterThanOrEqual(0);
        expect(position + length).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 300 },
  );
});
