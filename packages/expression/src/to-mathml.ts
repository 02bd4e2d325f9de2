import { fold } from './algebra.ts';
import type { Notation } from './notation.ts';
import { typesetIn } from './typeset.ts';
import type { Expression } from './tree.ts';

/**
 * The formula as a MathML element, which browsers typeset themselves. Only numbers, signs and names of the
 * language come out, nothing that a reader typed, so that it is safe to put into a page.
 */
export function toMathML(expression: Expression): string {
  return `<math displaystyle="true">${fold(expression, algebra).markup}</math>`;
}

const row = (...parts: string[]) => `<mrow>${parts.join('')}</mrow>`;
const identifier = (name: string) => `<mi>${name}</mi>`;
const numeral = (digits: string) => `<mn>${digits}</mn>`;
const sign = (text: string) => `<mo>${text}</mo>`;
const bracket = (text: string) => `<mo stretchy="true">${text}</mo>`;
const under = (letter: string, index: string) => `<msub>${letter}${numeral(index)}</msub>`;
const raised = (base: string, exponent: string) => `<msup>${base}${exponent}</msup>`;

const DOT = sign('⋅');
const TIMES = sign('\u2062');
const APPLY = sign('\u2061');
const signs = { '+': sign('+'), '-': sign('−'), dot: DOT, none: TIMES } as const;

const negative = (digits: string) =>
  digits.startsWith('-') ? row(signs['-'], numeral(digits.slice(1))) : numeral(digits);

const mathml: Notation<string> = {
  number: numeral,
  scientific: (digits, exponent) =>
    row(numeral(digits), DOT, raised(numeral('10'), negative(exponent))),
  constant: (name) => identifier(name === 'pi' ? 'π' : 'e'),
  variable: (letter, index) =>
    index === '' ? identifier(letter) : under(identifier(letter), index),
  minus: (operand) => row(signs['-'], operand),
  infix: (left, between, right) => row(left, signs[between], right),
  fraction: (top, bottom) => `<mfrac>${top}${bottom}</mfrac>`,
  power: raised,
  root: (inside, degree) =>
    degree === undefined
      ? `<msqrt>${inside}</msqrt>`
      : `<mroot>${inside}${numeral(degree)}</mroot>`,
  fence: (open, inside, close) => row(bracket(open), inside, bracket(close)),
  call: (name, operands, base) => {
    const head = base === undefined ? identifier(name) : under(identifier(name), base);
    return row(head, APPLY, row(bracket('('), operands.join(sign(',')), bracket(')')));
  },
};

const algebra = typesetIn(mathml);
