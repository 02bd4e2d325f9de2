/**
 * Numbers as a reader sees them: four significant digits in plain ASCII, so that what is shown can
 * be read back as a number, and words where there is no number.
 */

const LARGE = 1e6;
const SMALL = 1e-4;

/** What float32 adds to a decimal fraction: 0.35 is held as 0.3499999940. */
const DUST = 2 ** -23;

/** Trailing zeros stay only where they say that digits were rounded away. */
const exactOrRounded = (text: string, value: number): string =>
  Math.abs(Number(text) - value) <= DUST * Math.abs(value) ? String(Number(text)) : text;

const withExponent = (value: number, digits: number): string => {
  const [mantissa = '', exponent = ''] = value.toExponential(digits - 1).split('e');
  const trimmed = mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa;
  return `${trimmed}e${exponent.replace('+', '')}`;
};

const formatNumber = (value: number, digits: number): string => {
  if (Number.isNaN(value)) return 'not a number';
  if (value === Infinity) return 'infinity';
  if (value === -Infinity) return 'minus infinity';
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size < SMALL || size >= LARGE) return withExponent(value, digits);
  if (Number.isInteger(value)) return String(value);
  if (size >= 10 ** digits) return value.toFixed(0);
  return exactOrRounded(value.toPrecision(digits), value);
};

export type Shown = number | string | null | readonly Shown[];

/**
 * A value in words or digits. Whole numbers below a million are exact, others have `digits`
 * significant digits; `0.5` is one half to the precision of float32 and `0.5000` is close to it. Lists keep brackets.
 */
export function format(value: Shown, digits = 4): string {
  if (value === null) return 'not defined';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return formatNumber(value, digits);
  return `[${value.map((item) => format(item, digits)).join(', ')}]`;
}

/** A value inside a sentence or a formula: as `format` has it, with a true minus. */
export const formatted = (value: Shown, digits = 4): string =>
  typeof value === 'string' ? value : format(value, digits).replaceAll('-', '−');

/** A setting beside its slider: as many digits as were set, never the noise behind them. */
export const formatSetting = (value: number): string => format(Number(value.toPrecision(7)), 7);

/** The longest text that a slider's number has room for. */
const ROOM = 7;

/** A setting where there is little room: three digits of a number that has more than fit. */
export const formatShort = (value: number): string => {
  const text = formatSetting(value);
  return text.length > ROOM ? format(value, 3) : text;
};
