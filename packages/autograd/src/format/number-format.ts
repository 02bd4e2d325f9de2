import { ValueError } from '../core/errors.ts';
import { floatRepr, specialName } from './python-float.ts';
import { toExponentialHalfEven, toFixedHalfEven } from './round-half-even.ts';

/** What a number is in Python; JavaScript cannot tell 3 from 3.0. */
export type NumberKind = 'float' | 'int';

/** Fill, align, sign, alternate, zero, width, grouping, precision, type. */
const SPECIFICATION = /^(?:(.)?([<>=^]))?([-+ ])?(#)?(0)?(\d+)?([,_])?(?:\.(\d+))?([a-zA-Z%])?$/u;

/** `%g`: significant digits, with an exponent where the number is very small or large. */
function general(value: number, digits: number, keepZeros: boolean, limit: number): string {
  const [mantissa = '', power = ''] = toExponentialHalfEven(value, digits - 1).split('e');
  const exponent = Number(power);
  const strip = (text: string) =>
    keepZeros || !text.includes('.') ? text : text.replace(/\.?0+$/, '');
  return exponent >= -4 && exponent < limit
    ? strip(toFixedHalfEven(value, digits - 1 - exponent))
    : `${strip(mantissa)}e${power}`;
}

/** Without a type, as repr, or as %g with at least one decimal. */
function untyped(value: number, precision: string | undefined, keepZeros: boolean): string {
  if (precision === undefined) return floatRepr(value);
  const digits = Math.max(Number(precision), 1);
  const text = general(value, digits, keepZeros, digits - 1);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

/** A float ≥ 0 as text; with `#` the point stays although nothing follows it. */
function magnitude(
  value: number,
  type: string,
  precision: string | undefined,
  alternate: boolean,
): string {
  if (type === '%') return `${magnitude(value * 100, 'f', precision, alternate)}%`;
  const special = specialName(value);
  if (special !== undefined) return special;
  const places = Number(precision ?? 6);
  const digits = Math.max(places, 1);
  const pointed = (text: string) =>
    alternate && !text.includes('.') ? text.replace(/^\d+/, '$&.') : text;
  switch (type) {
    case '':
      return pointed(untyped(value, precision, alternate));
    case 'f':
    case 'F':
      return pointed(toFixedHalfEven(value, places));
    case 'e':
    case 'E':
      return pointed(toExponentialHalfEven(value, places));
    case 'g':
    case 'G':
    case 'n':
      return pointed(general(value, digits, alternate, digits));
    default:
      throw new ValueError(`Unknown format code '${type}' for object of type 'float'`);
  }
}

/** The base of each type that only ints have. */
const BASES: Readonly<Record<string, number>> = { '': 10, d: 10, n: 10, b: 2, o: 8, x: 16, X: 16 };

/** Separators between thousands, also in the zeros that fill the width. */
function group(text: string, separator: string, width: number): string {
  const separated = text.replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, separator));
  const short = /^\d/.test(text) && separated.length < width;
  return short ? group(`0${text}`, separator, width) : separated;
}

/** Signed text, filled up to a width. */
function padded(sign: string, text: string, fill: string, align: string, width: number): string {
  const gap = Math.max(width - sign.length - text.length, 0);
  if (align === '=') return sign + fill.repeat(gap) + text;
  const before = align === '<' ? 0 : align === '^' ? Math.floor(gap / 2) : gap;
  return fill.repeat(before) + sign + text + fill.repeat(gap - before);
}

/**
 * A number as Python's `format(value, specification)` writes it, with ties rounded to the even
 * digit and −0 keeping its sign: `formatNumber(0.0625, '.3f')` is `0.062`.
 * Types `f e g n %` and none for floats; `d n b o x` and none for ints, which also take the float types.
 * Throws ValueError for a specification that Python refuses, RangeError for an int that is not whole.
 *
 * @see https://docs.python.org/3/library/string.html#formatspec
 */
export function formatNumber(
  value: number,
  specification: string,
  kind: NumberKind = 'float',
): string {
  const match = SPECIFICATION.exec(specification);
  if (match === null) throw new ValueError('Invalid format specifier');
  const [, fill, align, plus = '-', alternate, zero, columns, separator, precision, type = ''] =
    match;
  const base = kind === 'int' ? BASES[type] : undefined;
  if (base !== undefined && precision !== undefined) {
    throw new ValueError('Precision not allowed in integer format specifier');
  }
  const digits =
    base === undefined
      ? magnitude(Math.abs(value), type, precision, alternate !== undefined)
      : BigInt(Math.abs(value)).toString(base);
  const negative = value < 0 || (base === undefined && Object.is(value, -0));
  const prefix = alternate && base !== undefined && base !== 10 ? `0${type}` : '';
  const sign = (negative ? '-' : plus.replace('-', '')) + prefix;
  const cased = /[A-Z]/.test(type) ? digits.toUpperCase() : digits;
  const filling = fill ?? zero ?? ' ';
  const side = align ?? (zero ? '=' : '>');
  const width = Number(columns ?? 0);
  const zeros = filling === '0' && side === '=' ? width - sign.length : 0;
  return padded(sign, separator ? group(cased, separator, zeros) : cased, filling, side, width);
}
