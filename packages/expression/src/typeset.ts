import type { Algebra } from './algebra.ts';
import { functions, isPairName } from './functions.ts';
import type { Notation } from './notation.ts';
import { ATOM, POWER, SIGN, operatorTightness, requiredTightness } from './tightness.ts';
import type { Operator } from './tree.ts';

/** A typeset part of a formula. */
export interface Typeset<M> {
  markup: M;
  tightness: number;
  /** What it begins with: a minus after a sign needs parentheses, a digit after a factor a dot. */
  start: 'minus' | 'digit' | 'other';
}

/** Formulas in a notation: fractions stacked, products without a sign where that is clear. */
export function typesetIn<M>(notation: Notation<M>): Algebra<Typeset<M>> {
  return {
    number: (value) => number(notation, value),
    constant: (name) => other(notation.constant(name), ATOM),
    variable: (name) => {
      const letter = name.replace(/\d+$/, '');
      return other(notation.variable(letter, name.slice(letter.length)), ATOM);
    },
    negate: (operand) => ({
      markup: notation.minus(enclosed(notation, operand, SIGN)),
      tightness: SIGN,
      start: 'minus',
    }),
    binary: (name, left, right) =>
      isPairName(name)
        ? other(notation.call(name, [left.markup, right.markup]), POWER)
        : binary(notation, name, left, right),
    call: (name, { markup }) => {
      const { typeset } = functions[name];
      const set = typeset ? typeset(notation, markup) : notation.call(name, [markup]);
      // Under a power all but |x| and ⌊x⌋ stand in parentheses: (sin(x))².
      return other(set, name === 'abs' || name === 'floor' ? ATOM : POWER);
    },
  };
}

function other<M>(markup: M, tightness: number): Typeset<M> {
  return { markup, tightness, start: 'other' };
}

function number<M>(notation: Notation<M>, value: number): Typeset<M> {
  const [digits = '', exponent] = String(value).split('e');
  return exponent === undefined
    ? { markup: notation.number(digits), tightness: ATOM, start: 'digit' }
    : {
        markup: notation.scientific(digits, String(Number(exponent))),
        tightness: POWER,
        start: 'digit',
      };
}

function binary<M>(
  notation: Notation<M>,
  operator: Operator,
  left: Typeset<M>,
  right: Typeset<M>,
): Typeset<M> {
  // A bar encloses as parentheses do. A number right before it would read as a mixed number, 2½.
  if (operator === '/') {
    const markup = notation.fraction(left.markup, right.markup);
    return { markup, tightness: POWER, start: 'digit' };
  }
  const first = enclosed(notation, left, requiredTightness(operator, 'left'));
  if (operator === '^') {
    const start = left.tightness < ATOM ? 'other' : left.start;
    return { markup: notation.power(first, right.markup), tightness: POWER, start };
  }
  const required = requiredTightness(operator, 'right');
  const second = enclosed(notation, right, right.start === 'minus' ? Infinity : required);
  const wordless = right.start === 'digit' && right.tightness >= required ? 'dot' : 'none';
  return {
    markup: notation.infix(first, operator === '*' ? wordless : operator, second),
    tightness: operatorTightness[operator],
    start: left.tightness < requiredTightness(operator, 'left') ? 'other' : left.start,
  };
}

function enclosed<M>(
  notation: Notation<M>,
  { markup, tightness }: Typeset<M>,
  required: number,
): M {
  return tightness < required ? notation.fence('(', markup, ')') : markup;
}
