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

/** With `#` the point stays although nothing follows it. */
function pointed(text: string, alternate: boolean): string {
  return alternate && !text.includes('.') ? text.replace(/^\d+/, '$&.') : text;
}

/** A finite number ≥ 0 as text. */
function magnitude(value: number, { type, precision, alternate }: Specification): string {
  const places = precision ?? 6;
  switch (type) {
    case '':
      return untyped(value, precision);
    case 'f':
    case 'F':
      return pointed(toFixedHalfEven(value, places), alternate);
    case '%':
      return pointed(`${percent(value, places)}%`, alternate);
    case 'e':
    case 'E':
      return pointed(writeExponential(toExponentialHalfEven(value, places)), alternate);
    case 'g':
    case 'G':
    case 'n':
      return pointed(
        general(value, Math.max(places, 1), alternate, Math.max(places, 1)),
        alternate,
      );
    default:
      throw new ValueError(`Unknown format code '${type}' for object of type 'float'`);
  }
}

function percent(value: number, places: number): string {
  const hundred = value * 100;
  return specialName(hundred) ?? toFixedHalfEven(hundred, places);
}

/** The base of each type that only ints have. */
const BASES: Readonly<Record<string, number>> = { '': 10, d: 10, n: 10, b: 2, o: 8, x: 16, X: 16 };

function formatInteger(value: number, spec: Specification): string {
  const { precision, type, alternate } = spec;
  if (precision !== undefined) {
    throw new ValueError('Precision not allowed in integer format specifier');
  }
  const base = BASES[type] as number;
  const prefix = alternate && base !== 10 ? `0${type}` : '';
  return finish(BigInt(Math.abs(value)).toString(base), value < 0, spec, prefix);
}

/** Separators between thousands, also in the zeros that fill the width. */
function group(text: string, spec: Specification, width: number): string {
  const { grouping, fill, align } = spec;
  const separated = text.replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, grouping));
  const fills = /^\d/.test(text) && fill === '0' && align === '=' && separated.length < width;
  return fills ? group(`0${text}`, spec, width) : separated;
}

/** Signs, groups and pads the text of a magnitude. */
function finish(text: string, negative: boolean, spec: Specification, prefix = ''): string {
  const sign = (negative ? '-' : spec.sign.replace('-', '')) + prefix;
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
 * Types `f e g n %` and none for floats; `d n b o x` and none for ints, which also take the float types.
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
  if (kind === 'int' && Object.hasOwn(BASES, spec.type)) return formatInteger(value, spec);
  const special = specialName(Math.abs(value));
  const text = special ?? magnitude(Math.abs(value), spec);
  return finish(special && spec.type === '%' ? `${text}%` : text, isNegative(value), spec);
}
