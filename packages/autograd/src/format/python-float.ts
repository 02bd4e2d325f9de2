/** `inf`, `-inf` or `nan`, as Python writes them; undefined for finite numbers. */
export function specialName(value: number): string | undefined {
  if (Number.isNaN(value)) return 'nan';
  if (Number.isFinite(value)) return undefined;
  return value > 0 ? 'inf' : '-inf';
}

/** Whether the sign bit is set, also for −0. */
export function isNegative(value: number): boolean {
  return value < 0 || Object.is(value, -0);
}

/** The digits d.ddd without the point, and the power of ten of the first one. */
export interface Decimal {
  readonly digits: string;
  readonly exponent: number;
}

export function splitExponential(text: string): Decimal {
  const [mantissa = '', exponent = '0'] = text.split('e');
  return { digits: mantissa.replace('.', ''), exponent: Number(exponent) };
}

/** `1.5e+20`: Python's exponents have a sign and at least two digits. */
export function writeExponential({ digits, exponent }: Decimal): string {
  const mantissa = digits.length > 1 ? `${digits[0]}.${digits.slice(1)}` : digits;
  const size = String(Math.abs(exponent)).padStart(2, '0');
  return `${mantissa}e${exponent < 0 ? '-' : '+'}${size}`;
}

/**
 * A float as Python's `repr` and `str` write it: the shortest text that reads back as the same
 * number, with a point or an exponent, so `3.0`, `0.1`, `1e-05`, `1e+16`, `inf`, `nan`.
 *
 * @see https://docs.python.org/3/tutorial/floatingpoint.html
 */
export function floatRepr(value: number): string {
  const special = specialName(value);
  if (special !== undefined) return special;
  const sign = isNegative(value) ? '-' : '';
  const { digits, exponent } = splitExponential(Math.abs(value).toExponential());
  if (exponent < -4 || exponent >= 16) return sign + writeExponential({ digits, exponent });
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  return `${sign}${whole}.${digits.slice(exponent + 1) || '0'}`;
}
