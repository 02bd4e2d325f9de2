/** Elementary functions of double-double numbers, from their series, to about 30 digits. */
import {
  type DoubleDouble,
  add,
  divide,
  exactly,
  multiply,
  negate,
  one,
  scale,
  subtract,
} from './double-double.ts';

const ln2: DoubleDouble = { hi: 0.6931471805599453, lo: 2.3190468138462996e-17 };
export const halfPi: DoubleDouble = { hi: 1.5707963267948966, lo: 6.123233995736766e-17 };

/** Beyond 9 the series of erf is not asked for; there it takes about 300. */
const mostTerms = 500;

/** first + first·x/n + … while the terms, each the one before times x over `divisor(n)`, matter. */
function series(
  first: DoubleDouble,
  x: DoubleDouble,
  divisor: (n: number) => number,
): DoubleDouble {
  let sum = first;
  let term = first;
  for (let n = 1; n < mostTerms && Math.abs(term.hi) > 1e-34 * Math.abs(sum.hi); n++) {
    term = divide(multiply(term, x), exactly(divisor(n)));
    sum = add(sum, term);
  }
  return sum;
}

/** eˣ = 2ᵏ (e^(r/512))^512 with r = x − k ln 2 */
export function exp(x: DoubleDouble): DoubleDouble {
  if (Math.abs(x.hi) > 700) return exactly(Math.exp(x.hi));
  const k = Math.round(x.hi / ln2.hi);
  const small = scale(subtract(x, multiply(ln2, exactly(k))), 1 / 512);
  // Squares e^s − 1 rather than e^s: the leading 1 would cost the last digits.
  let excess = series(small, small, (n) => n + 1);
  for (let doubling = 0; doubling < 9; doubling++)
    excess = add(scale(excess, 2), multiply(excess, excess));
  return scale(add(excess, one), 2 ** k);
}

/** ln x by Newton's method on eʸ = x, from the float64 logarithm. */
export function log(x: DoubleDouble): DoubleDouble {
  const guess = exactly(Math.log(x.hi));
  if (!Number.isFinite(guess.hi)) return guess;
  const better = add(guess, subtract(multiply(x, exp(negate(guess))), one));
  return add(better, subtract(multiply(x, exp(negate(better))), one));
}

/** √x by one Newton step from the float64 root, which doubles its digits. */
export function sqrt(x: DoubleDouble): DoubleDouble {
  const guess = Math.sqrt(x.hi);
  if (!(guess > 0)) return exactly(guess);
  const rest = subtract(x, multiply(exactly(guess), exactly(guess)));
  return add(exactly(guess), divide(rest, exactly(2 * guess)));
}

/** sin and cos of x − k π/2 for the nearest k, turned back by k quarters. */
export function sinCos(x: DoubleDouble): { sin: DoubleDouble; cos: DoubleDouble } {
  const k = Math.round(x.hi / halfPi.hi);
  const small = subtract(x, multiply(halfPi, exactly(k)));
  const square = negate(multiply(small, small));
  const sin = small.hi === 0 ? small : series(small, square, (n) => 2 * n * (2 * n + 1));
  const cos = series(one, square, (n) => (2 * n - 1) * 2 * n);
  switch (((k % 4) + 4) % 4) {
    case 0:
      return { sin, cos };
    case 1:
      return { sin: cos, cos: negate(sin) };
    case 2:
      return { sin: negate(sin), cos: negate(cos) };
    default:
      return { sin: negate(cos), cos: sin };
  }
}

/** sinh x from its series near 0, where the difference of e^x and e^−x would cancel. */
export function sinhOf(x: DoubleDouble): DoubleDouble {
  if (x.hi === 0) return x;
  if (Math.abs(x.hi) < 1) return series(x, multiply(x, x), (n) => 2 * n * (2 * n + 1));
  return scale(subtract(exp(x), exp(negate(x))), 0.5);
}

/** atan x: tan(atan x − y) = (x cos y − sin y)/(cos y + x sin y) is tiny for the float64 y, and its own angle. */
export function arctan(x: DoubleDouble): DoubleDouble {
  const guess = exactly(Math.atan(x.hi));
  if (Math.abs(x.hi) > 1e150 || Number.isNaN(x.hi)) return guess;
  const { sin, cos } = sinCos(guess);
  const rest = divide(subtract(multiply(x, cos), sin), add(cos, multiply(x, sin)));
  return add(guess, rest);
}

/** asin x = atan(x/√((1 − x)(1 + x))) */
export function arcsin(x: DoubleDouble): DoubleDouble {
  const room = multiply(subtract(one, x), add(one, x));
  if (room.hi === 0) return scale(halfPi, Math.sign(x.hi));
  return arctan(divide(x, sqrt(room)));
}

/** ∛x by one Newton step from the float64 root. */
export function cbrt(x: DoubleDouble): DoubleDouble {
  const guess = exactly(Math.cbrt(x.hi));
  if (guess.hi === 0 || !Number.isFinite(guess.hi)) return guess;
  const square = multiply(guess, guess);
  const rest = subtract(x, multiply(square, guess));
  return add(guess, divide(rest, multiply(exactly(3), square)));
}

/** erf x = (2/√π) e^(−x²) Σ (2x²)ⁿ x/(1·3·5 … (2n+1)), all terms of one sign; 1 − erf 9 is below 1e-36. */
export function erf(x: DoubleDouble): DoubleDouble {
  if (!(Math.abs(x.hi) < 9)) return exactly(Math.sign(x.hi));
  if (x.hi === 0) return x;
  const square = multiply(x, x);
  const sum = series(x, scale(square, 2), (n) => 2 * n + 1);
  const rootOfPi = sqrt(scale(halfPi, 2));
  return divide(scale(multiply(sum, exp(negate(square))), 2), rootOfPi);
}

/** xⁿ for a whole n, by repeated squaring. */
export function wholePower(x: DoubleDouble, n: number): DoubleDouble {
  let result = one;
  let square = x;
  for (let left = Math.abs(n); left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = multiply(result, square);
    square = multiply(square, square);
  }
  return n < 0 ? divide(one, result) : result;
}
