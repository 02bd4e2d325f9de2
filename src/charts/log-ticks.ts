import { ceil, floor, type TickRoom, type Ticks } from './ticks.ts';

/** Powers of ten; within a decade also twice and five times. An end that is not positive moves up. */
export function logTicks(min: number, max: number, room: TickRoom): Ticks {
  const top = max > 0 ? max : 1;
  const bottom = min > 0 ? min : top * 1e-6;
  const high = ceil(Math.log10(top));
  const low = Math.min(floor(Math.log10(bottom)), high - 1);
  if (high - low === 1) return withDigits(low, [1, 2, 5, 10]);

  const stride = Math.ceil((high - low) / room.most);
  const count = Math.ceil((high - low) / stride);
  const values = Array.from({ length: count + 1 }, (_, i) => power(high - (count - i) * stride));
  return { min: values[0] ?? bottom, max: values.at(-1) ?? top, values };
}

function withDigits(exponent: number, digits: number[]): Ticks {
  const values = digits.map((digit) => Number(`${digit}e${exponent}`));
  return { min: power(exponent), max: power(exponent + 1), values };
}

/** Ten to the exponent, exactly as the literal; kept inside the range of float64. */
function power(exponent: number): number {
  return Number(`1e${Math.max(-307, Math.min(308, exponent))}`);
}
