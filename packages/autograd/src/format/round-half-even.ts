import { type Decimal, splitExponential } from './python-float.ts';

/** Digits beyond the last kept one that tell an exact tie from a number close to it. */
const GUARD = 25;
const MOST_DIGITS = 100;

/** Whether the digits dropped from `longer` are exactly 5000… and the last kept one is odd after rounding up. */
function wasTieRoundedUp(rounded: string, longer: string): boolean {
  const kept = rounded.replace(/\D/g, '');
  const tail = longer.replace(/\D/g, '').slice(kept.length);
  return /^50*$/.test(tail) && Number(kept.at(-1)) % 2 === 1;
}

/** The text with its last digit, an odd one, lowered by one. */
function lowerLastDigit(text: string): string {
  return text.slice(0, -1) + String(Number(text.at(-1)) - 1);
}

/**
 * A number ≥ 0 with `places` decimals. JavaScript rounds the exact value but takes ties away
 * from zero; Python takes them to the even digit: 0.125 is 0.12.
 */
export function toFixedHalfEven(value: number, places: number): string {
  if (places > MOST_DIGITS) return toFixedHalfEven(value, MOST_DIGITS).padEnd(places, '0');
  if (value >= 1e21) return BigInt(value).toString() + (places > 0 ? `.${'0'.repeat(places)}` : '');
  const rounded = value.toFixed(places);
  const longer = value.toFixed(Math.min(places + GUARD, MOST_DIGITS));
  const sameLength = rounded.replace(/\..*/, '').length === longer.replace(/\..*/, '').length;
  return sameLength && wasTieRoundedUp(rounded, longer) ? lowerLastDigit(rounded) : rounded;
}

/** A number ≥ 0 as `places` + 1 significant digits, ties to the even digit. */
export function toExponentialHalfEven(value: number, places: number): Decimal {
  const kept = Math.min(places, MOST_DIGITS);
  const rounded = splitExponential(value.toExponential(kept));
  const longer = splitExponential(value.toExponential(Math.min(kept + GUARD, MOST_DIGITS)));
  const tie =
    rounded.exponent === longer.exponent && wasTieRoundedUp(rounded.digits, longer.digits);
  const digits = tie ? lowerLastDigit(rounded.digits) : rounded.digits;
  return { digits: digits.padEnd(places + 1, '0'), exponent: rounded.exponent };
}
