import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ExpressionError } from './error.ts';
import { parse } from './parse.ts';
import { expressions } from './random-expressions.test.helper.ts';
import { toText } from './to-text.ts';

const read = (text: string) => toText(parse(text, { variables: ['x', 'y'] }));

function problem(text: string, variables = ['x', 'y']): ExpressionError {
  try {
    parse(text, { variables });
  } catch (error) {
    if (error instanceof ExpressionError) return error;
    throw error;
  }
  throw new Error(`expected ${text} to be refused`);
}

describe('what a reader may write', () => {
  test.each([
    ['2x', '2*x'],
    ['x y', 'x*y'],
    ['xy', 'x*y'],
    ['x^2 y + x y^2 + 2', 'x^2*y + x*y^2 + 2'],
    ['x²y', 'x^2*y'],
    ['x⁻¹', 'x^-1'],
    ['2(x+1)(x-1)', '2*(x + 1)*(x - 1)'],
    ['sin(x)cos(x)', 'sin(x)*cos(x)'],
    ['xsin(y)', 'x*sin(y)'],
    ['x ** 2', 'x^2'],
    ['3 − x · 2 × y ÷ 5', '3 - x*2*y/5'],
    ['2π', '2*pi'],
    ['+x', 'x'],
    ['((x))', 'x'],
    ['.5x + 1.e2', '0.5*x + 100'],
  ])('%s is %s', (text, meaning) => {
    expect(read(text)).toBe(meaning);
  });

  test('a product without a sign binds like one with a sign: 1/2x is half of x', () => {
    expect(read('1/2x')).toBe(read('(1/2)*x'));
  });

  test('minus binds looser than a power and tighter than a product', () => {
    expect(parse('-x^2')).toEqual(parse('-(x^2)'));
    expect(parse('-x*y')).toEqual(parse('(-x)*y'));
    expect(parse('2^-x^2')).toEqual(parse('2^(-(x^2))'));
  });

  test('powers go from right to left, differences and quotients from left to right', () => {
    expect(parse('2^3^2')).toEqual(parse('2^(3^2)'));
    expect(parse('1-2-3')).toEqual(parse('(1-2)-3'));
    expect(parse('x/2/y')).toEqual(parse('(x/2)/y'));
  });

  test('digits after e make a power of ten only where they touch it', () => {
    expect(read('2e-3')).toBe('0.002');
    expect(read('2 e - 3')).toBe('2*e - 3');
  });

  test('the tree is plain data', () => {
    expect(parse('-x/max(2, e)')).toEqual({
      kind: 'binary',
      operator: '/',
      left: { kind: 'negate', operand: { kind: 'variable', name: 'x' } },
      right: {
        kind: 'call',
        name: 'max',
        operands: [
          { kind: 'number', value: 2 },
          { kind: 'constant', name: 'e' },
        ],
      },
    });
  });
});

describe('what is refused, where and with which advice', () => {
  test.each([
    ['x^^2', 2, 1, 'Two powers in a row at position 3. Write one, as in x^2.'],
    ['(x+1', 0, 1, 'The parenthesis opened at position 1 is not closed. Add ).'],
    ['x+1)', 3, 1, 'Nothing is open for the ) at position 4 to close. Remove it.'],
    ['x +', 2, 1, 'Something is missing after + at position 3'],
    ['*x', 0, 1, 'Something is missing before * at position 1.'],
    ['sin()', 4, 1, 'Nothing stands before the ) at position 5. Fill in the parentheses.'],
    ['x 2', 2, 1, 'A sign is missing before 2 at position 3.'],
    ['x2', 0, 2, 'For a product write x*2, for a power x^2.'],
    ['z+1', 0, 1, 'z is not a variable here. Allowed: x, y.'],
    ['3,5', 1, 1, 'Write decimals with a point'],
    ['sin(3,5)', 0, 3, 'sin takes one value, got 2.'],
    ['max(x)', 0, 3, 'max takes two values, got 1.'],
    ['max(x, y, 1)', 0, 3, 'Nest them: max(x, max(y, z)).'],
    ['sin', 0, 3, 'sin at position 1 needs something to act on: sin(x).'],
    ['x + |x', 4, 1, 'The | at position 5 is not closed. Add |.'],
    ['[x)', 2, 1, 'The [ at position 1 is closed by ) at position 3. Close it with ].'],
    ['x + {x', 4, 1, 'The brace opened at position 5 is not closed. Add }.'],
    ['x^2 = x', 4, 1, 'Write only what stands right of the equals sign.'],
    ['1e999', 0, 5, 'too large'],
    ['', 0, 0, 'Write a formula'],
    ['x + 🙂', 4, 2, 'I cannot read ‘🙂’ at position 5.'],
  ])('%s at %i, %i characters', (text, position, length, message) => {
    const error = problem(text);
    expect(error).toMatchObject({ position, length });
    expect(error.message).toContain(message);
  });

  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', 'alert'])(
    '%s is a name nobody knows',
    (name) => {
      expect(problem(name).message).toContain(
        `I do not know the name ‘${name}’. Known: x, y, pi, e, sin`,
      );
      expect(() => parse(`${name}(x)`)).toThrow(ExpressionError);
      expect(() => parse(`x.${name}`)).toThrow(ExpressionError);
    },
  );

  test('a formula of 300 characters is too long, one of 100 parentheses too deep', () => {
    expect(problem('('.repeat(300)).message).toContain('300 characters long; the limit is 200');
    expect(problem('('.repeat(100)).message).toContain('More than 64 levels');
    expect(problem('-'.repeat(100)).message).toContain('More than 64 levels');
    expect(problem('2^'.repeat(99) + '2').message).toContain('More than 64 levels');
  });

  test('without variables the message asks for a number', () => {
    expect(problem('x', []).message).toBe(
      'x is not a variable here. Write a number without variables.',
    );
  });
});

test('10,000 random strings are read or refused with an ExpressionError inside the text', () => {
  const fragment = fc.constantFrom(
    ...['x', 'y', '2', '.5', 'e', 'pi', 'sin', 'max', '(', ')', ',', '+', '-', '*', '/', '^', '**'],
    ...[' ', '²', '⁻', '−', '__proto__', '1e9', '.', '=', '\u0000', '𝑥'],
  );
  const texts = fc.oneof(
    fc.array(fragment, { maxLength: 40 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 250 }),
  );
  fc.assert(
    fc.property(texts, (text) => {
      try {
        parse(text);
      } catch (error) {
        expect(error).toBeInstanceOf(ExpressionError);
        const { position, length } = error as ExpressionError;
        expect(position).toBeGreaterThanOrEqual(0);
        expect(position + length).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 10_000 },
  );
});

test('what is printed reads back as the same tree', () => {
  fc.assert(
    fc.property(expressions(), (expression) => {
      const text = toText(expression);
      fc.pre(text.length <= 200);
      expect(parse(text)).toEqual(expression);
    }),
    { numRuns: 2000 },
  );
});
