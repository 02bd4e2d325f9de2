/**
 * Numbers of about 31 digits: the unevaluated sum of two float64, the second at most half a unit in
 * the last place of the first. After T. J. Dekker, "A floating-point technique for extending the
 * available precision", Numerische Mathematik 18 (1971).
 */
export interface DoubleDouble {
  hi: number;
  lo: number;
}

export const zero: DoubleDouble = { hi: 0, lo: 0 };
export const one: DoubleDouble = { hi: 1, lo: 0 };

export function exactly(value: number): DoubleDouble {
  return { hi: value, lo: 0 };
}

/** a + b and the rounding error of that sum, for any two numbers. */
function twoSum(a: number, b: number): DoubleDouble {
  const hi = a + b;
  const part = hi - a;
  return { hi, lo: a - (hi - part) + (b - part) };
}

/** The same where |a| ≥ |b|. */
function quickTwoSum(a: number, b: number): DoubleDouble {
  const hi = a + b;
  return { hi, lo: b - (hi - a) };
}

/** The upper 26 bits of a number; 2²⁷ + 1 moves the cut there. */
function upper(a: number): number {
  const scaled = 134217729 * a;
  return scaled - (scaled - a);
}

function twoProduct(a: number, b: number): DoubleDouble {
  const hi = a * b;
  const aUpper = upper(a);
  const bUpper = upper(b);
  const aLower = a - aUpper;
  const bLower = b - bUpper;
  return { hi, lo: aUpper * bUpper - hi + aUpper * bLower + aLower * bUpper + aLower * bLower };
}

export function add(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const sum = twoSum(a.hi, b.hi);
  const rest = twoSum(a.lo, b.lo);
  const joined = quickTwoSum(sum.hi, sum.lo + rest.hi);
  return quickTwoSum(joined.hi, joined.lo + rest.lo);
}

export function negate({ hi, lo }: DoubleDouble): DoubleDouble {
  return { hi: -hi, lo: -lo };
}

export function subtract(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  return add(a, negate(b));
}

export function multiply(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const product = twoProduct(a.hi, b.hi);
  return quickTwoSum(product.hi, product.lo + (a.hi * b.lo + a.lo * b.hi));
}

/** Long division: three digits of 53 bits, each from what the ones before left over. */
export function divide(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const first = a.hi / b.hi;
  const rest = subtract(a, multiply(b, exactly(first)));
  const second = rest.hi / b.hi;
  const third = subtract(rest, multiply(b, exactly(second))).hi / b.hi;
  return add(quickTwoSum(first, second), exactly(third));
}

/** A product with a power of two, which is exact. */
export function scale({ hi, lo }: DoubleDouble, factor: number): DoubleDouble {
  return { hi: hi * factor, lo: lo * factor };
}
