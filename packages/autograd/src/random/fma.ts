const value = new Float64Array(1);
const words = new Uint32Array(value.buffer);
const SPLITTER = 2 ** 27 + 1;

/** The part of a + b that rounding to `sum` loses (Knuth's two-sum). */
function sumError(a: number, b: number, sum: number): number {
  const fromB = sum - a;
  return a - (sum - fromB) + (b - fromB);
}

/** The part of a · b that rounding to `product` loses (Dekker's product). */
function productError(a: number, b: number, product: number): number {
  const aBig = SPLITTER * a;
  const aHigh = aBig - (aBig - a);
  const bBig = SPLITTER * b;
  const bHigh = bBig - (bBig - b);
  const aLow = a - aHigh;
  const bLow = b - bHigh;
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}

/**
 * a + b rounded to odd: an inexact sum gets an odd last bit, so that rounding it once more is
 * the same as rounding the exact sum once.
 */
function addToOdd(a: number, b: number): number {
  const sum = a + b;
  const error = sumError(a, b, sum);
  value[0] = sum;
  if (error === 0 || Number.isNaN(error) || (words[0] as number) & 1) return sum;
  if (error > 0 === sum > 0) words[0] = (words[0] as number) | 1;
  else {
    if (words[0] === 0) words[1] = (words[1] as number) - 1;
    words[0] = (words[0] as number) - 1;
  }
  return value[0];
}

/** a · b + c with one rounding to float32. The arguments are float32 values. */
export function fma32(a: number, b: number, c: number): number {
  return Math.fround(addToOdd(a * b, c));
}

/** a · b + c with one rounding to float64 (Boldo and Melquiond, 2008). */
export function fma64(a: number, b: number, c: number): number {
  const product = a * b;
  const low = productError(a, b, product);
  const tail = c + low;
  const sum = product + tail;
  return sum + addToOdd(sumError(c, low, tail), sumError(product, tail, sum));
}

/**
 * How a kernel computes a · b + c, in float32 (the caller's store rounds the sum) or float64: rounded once
 * where it fuses both, else the product too.
 */
export function multiplyAdd(
  single: boolean,
  fused: boolean,
): (a: number, b: number, c: number) => number {
  if (fused) return single ? fma32 : fma64;
  return (a, b, c) => (single ? Math.fround(a * b) : a * b) + c;
}
