import { ValueError } from '../core/errors.ts';
import { floatRepr, isNegative, specialName, writeExponential } from './python-float.ts';
import { toExponentialHalfEven, toFixedHalfEven } from './round-half-even.ts';

/** What a number is in Python; JavaScript cannot tell 3 from 3.0. */
export type NumberKind = 'float' | 'int';

interface Specification {
  fill: string;
  align: string;
  sign: string;
  alternate: boolean;
  width: number;
  grouping: string;
  precision: number | undefined;
  type: string;
}

const SPECIFICATION =
  /^(?:(?<fill>.)?(?<align>[<>=^]))?(?<sign>[-+ ])?(?<alternate>#)?(?<zero>0)?(?<width>\d+)?(?<grouping>[,_])?(?:\.(?<precision>\d+))?(?<type>[a-zA-Z%])?$/u;

function parse(text: string): Specification {
  const groups = SPECIFICATION.exec(text)?.groups;
  if (groups === undefined) throw new ValueError('Invalid format specifier');
  const zero = groups['zero'] !== undefined;
  const precision = groups['precision'];
  return {
    fill: groups['fill'] ?? (zero ? '0' : ' '),
    align: groups['align'] ?? (zero ? '=' : '>'),
    sign: groups['sign'] ?? '-',
    alternate: groups['alternate'] !== undefined,
    width: Number(groups['width'] ?? 0),
    grouping: groups['grouping'] ?? '',
    precision: precision === undefined ? undefined : Number(precision),
    type: groups['type'] ?? '',
  };
}

/** `%g`: significant digits, with an exponent where the number is very small or large. */
function general(value: number, digits: number, keepZeros: boolean, limit: number): string {
  const rounded = toExponentialHalfEven(value, digits - 1);
  const { exponent } = rounded;
  const strip = (text: string) =>
    keepZeros || !text.includes('.') ? text : text.replace(/\.?0+$/, '');
  if (exponent >= -4 && exponent < limit) {
    return strip(toFixedHalfEven(value, digits - 1 - exponent));
  }
  const [mantissa = '', power = ''] = writeExponential(rounded).split('e');
  return `${strip(mantissa)}e${power}`;
}

/** Without a type, as repr, or as %g with at least one decimal. */
function untyped(value: number, precision: number | undefined): string {
  if (precision === undefined) return floatRepr(value);
  const text = general(value, Math.max(precision, 1), false, Math.max(precision, 1) - 1);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

/** A finite number ≥ 0 as text. */
function magnitude(value: number, { type, precision, alternate }: Specification): string {
  const places = precision ?? 6;
  switch (type) {
    case '':
      return untyped(value, precision);
    case 'f':
    case 'F':
      return toFixedHalfEven(value, places);
    case '%':
      return `${toFixedHalfEven(value * 100, places)}%`;
    case 'e':
    case 'E':
      return writeExponential(toExponentialHalfEven(value, places));
    case 'g':
    case 'G':
      return general(value, Math.max(places, 1), alternate, Math.max(places, 1));
    default:
      throw new ValueError(`Unknown format code '${type}' for object of type 'float'`);
  }
}

function integerMagnitude(value: number, { precision }: Specification): string {
  if (precision !== undefined) {
    throw new ValueError('Precision not allowed in integer format specifier');
  }
  return BigInt(value).toString();
}

/** Separators between thousands, also in the zeros that fill the width. */
function group(text: string, spec: Specification, width: number): string {
  const { grouping, fill, align } = spec;
  const separated = text.replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, grouping));
  const fills = /^\d/.test(text) && fill === '0' && align === '=' && separated.length < width;
  return fills ? group(`0${text}`, spec, width) : separated;
}

/** Signs, groups and pads the text of a magnitude. */
function finish(text: string, negative: boolean, spec: Specification): string {
  const sign = negative ? '-' : spec.sign.replace('-', '');
  const cased = /[A-Z]/.test(spec.type) ? text.toUpperCase() : text;
  const grouped = spec.grouping ? group(cased, spec, spec.width - sign.length) : cased;
  const gap = Math.max(spec.width - sign.length - grouped.length, 0);
  const padding = spec.fill.repeat(gap);
  const left = spec.fill.repeat(Math.floor(gap / 2));
  if (spec.align === '=') return sign + padding + grouped;
  if (spec.align === '<') return sign + grouped + padding;
  if (spec.align === '^') return left + sign + grouped + spec.fill.repeat(gap - left.length);
  return padding + sign + grouped;
}

/**
 * A number as Python's `format(value, specification)` writes it, with ties rounded to the even
 * digit and −0 keeping its sign: `formatNumber(0.0625, '.3f')` is `0.062`.
 *
 * Types `f e g %` and none for floats; `d` and none for ints, which also take the float types.
 *
 * @throws ValueError for a specification that Python refuses.
 * @see https://docs.python.org/3/library/string.html#formatspec
 */
export function formatNumber(
  value: number,
  specification: string,
  kind: NumberKind = 'float',
): string {
  const spec = parse(specification);
  if (kind === 'int' && (spec.type === '' || spec.type === 'd')) {
    return finish(integerMagnitude(Math.abs(value), spec), value < 0, spec);
  }
  const special = specialName(Math.abs(value));
  const text = special ?? magnitude(Math.abs(value), spec);
  return finish(special && spec.type === '%' ? `${text}%` : text, isNegative(value), spec);
}
