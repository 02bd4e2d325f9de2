import { fma32 } from './fma.ts';

const f = Math.fround;
const bits = new Uint32Array(1);
const float = new Float32Array(bits.buffer);

// Coefficients of the Cephes library (Moshier), which PyTorch's vector kernel uses in float32.
const SQRT_HALF = f(Math.SQRT1_2);
const LOG_LOW = f(-2.1219444e-4);
const LOG_HIGH = f(0.693359375);
const LOG = [
  7.0376836292e-2, -1.151461031e-1, 1.167699874e-1, -1.2420140846e-1, 1.4249322787e-1,
  -1.6668057665e-1, 2.0000714765e-1, -2.4999993993e-1, 3.3333331174e-1,
].map(f);
const FOUR_OVER_PI = f(1.27323954473516);
const PI_PARTS = [-0.78515625, -2.4187564849853516e-4, -3.774894977445941e-8].map(f);
const SIN = [-1.9515295891e-4, 8.3321608736e-3, -1.6666654611e-1].map(f);
const COS = [2.443315711809948e-5, -1.388731625493765e-3, 4.166664568298827e-2].map(f);

function horner(coefficients: readonly number[], x: number): number {
  let sum = coefficients[0] as number;
  for (let k = 1; k < coefficients.length; k++) sum = fma32(sum, x, coefficients[k] as number);
  return sum;
}

/** log x of a float32 in (0, 1], rounded as the vector kernel rounds it. */
export function vectorLog(x: number): number {
  float[0] = Math.max(x, 2 ** -126);
  const pattern = bits[0] as number;
  let exponent = (pattern >>> 23) - 126;
  bits[0] = (pattern & 0x807fffff) | 0x3f000000;
  const mantissa = float[0];
  let m = f(mantissa - 1);
  if (mantissa < SQRT_HALF) {
    exponent -= 1;
    m = f(m + mantissa);
  }
  const square = f(m * m);
  let sum = fma32(f(horner(LOG, m) * m), square, f(exponent * LOG_LOW));
  sum = fma32(-square, 0.5, sum);
  return fma32(exponent, LOG_HIGH, f(m + sum));
}

/** [sin x, cos x] of a float32 x ≥ 0, rounded as the vector kernel rounds them. */
export function vectorSinCos(x: number): [number, number] {
  const octant = (Math.trunc(f(x * FOUR_OVER_PI)) + 1) & ~1;
  let reduced = x;
  for (const part of PI_PARTS) reduced = fma32(octant, part, reduced);
  const square = f(reduced * reduced);
  let cos = f(horner(COS, square) * square);
  cos = f(fma32(cos, square, -f(square * 0.5)) + 1);
  let sin = f(horner(SIN, square) * square);
  sin = fma32(sin, reduced, reduced);
  if (octant & 2) [sin, cos] = [cos, sin];
  return [octant & 4 ? -sin : sin, ~(octant - 2) & 4 ? -cos : cos];
}
