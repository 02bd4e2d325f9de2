import { longExponent } from './python-float.ts';

/** JavaScript writes at most this many digits. */
const MOST_DIGITS = 100;

/** A number ≥ 0 times 10^places as the nearest whole number, ties to the even one. Exact: every number is n / 2^k. */
function scaledHalfEven(value: number, places: number): bigint {
  let [whole, halvings] = [value, 0];
  for (; !Number.isInteger(whole); whole *= 2) halvings++;
  const numerator = BigInt(whole) * 10n ** BigInt(Math.max(places, 0));
  const denominator = 2n ** BigInt(halvings) * 10n ** BigInt(Math.max(-places, 0));
  const below = numerator / denominator;
  const beyondHalf = 2n * (numerator % denominator) - denominator;
  return beyondHalf > 0n || (beyondHalf === 0n && below % 2n === 1n) ? below + 1n : below;
}

/** Digits with a point before the last `places` of them. */
function withPoint(digits: bigint, places: number): string {
  const text = String(digits).padStart(places + 1, '0');
  return places > 0 ? `${text.slice(0, -places)}.${text.slice(-places)}` : text;
}

/**
 * A number ≥ 0 with `places` decimals. JavaScript rounds the exact value but takes ties away
 * from zero; Python takes them to the even digit: 0.125 is 0.12.
 */
export function toFixedHalfEven(value: number, places: number): string {
  return withPoint(scaledHalfEven(value, places), places);
}

/** A number ≥ 0 as `1.25e+20`, with `places` decimals, ties to the even digit. */
export function toExponentialHalfEven(value: number, places: number): string {
  // The exponent is the same for either way of rounding a tie: after a 9, which is odd, both go up.
  const [, exponent = ''] = value.toExponential(Math.min(places, MOST_DIGITS)).split('e');
  const digits = scaledHalfEven(value, places - Number(exponent));
  return longExponent(`${withPoint(digits, places)}e${exponent}`);
}
