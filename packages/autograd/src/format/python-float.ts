/** `inf`, `-inf` or `nan`, as Python writes them; undefined for finite numbers. */
export function specialName(value: number): string | undefined {
  return Number.isFinite(value)
    ? undefined
    : String(value).toLowerCase().replace('infinity', 'inf');
}

/** `1.5e+5` as `1.5e+05`: Python's exponents have at least two digits. */
export function longExponent(text: string): string {
  return text.replace(/(?<=e[+-])\d$/, '0$&');
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
  const size = Math.abs(value);
  if (size >= 1e16 || (size > 0 && size < 1e-4)) return longExponent(value.toExponential());
  const text = Object.is(value, -0) ? '-0' : String(value);
  return Number.isInteger(value) ? `${text}.0` : text;
}
