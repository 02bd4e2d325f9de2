/** Functions of one number that Math lacks, or that Math has slower or otherwise rounded. */

/**
 * The hyperbolic tangent. 1 − 2/(e²ˣ + 1) takes half the time of Math.tanh and is as exact
 * where it does not cancel; near 0 it would, so Math.tanh stays there.
 */
export function tanh(x: number): number {
  return x > 0.5 || x < -0.5 ? 1 - 2 / (Math.exp(2 * x) + 1) : Math.tanh(x);
}

/** x to the power y as C has it: 1 to any power is 1, as is −1 to an infinite one. */
export function power(x: number, y: number): number {
  if (x === 1 || (x === -1 && (y === Infinity || y === -Infinity))) return 1;
  return x ** y;
}

/** Rounds to the nearest whole number, halves to the even one. */
export function roundHalfToEven(x: number): number {
  const below = Math.floor(x);
  const rest = x - below;
  if (rest < 0.5 || (rest === 0.5 && below % 2 === 0)) return below;
  // Not below + 1: −0.3 becomes −0.
  return Math.ceil(x);
}

/** 1 / (1 + e⁻ˣ); where e⁻ˣ overflows, 0. */
export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/**
 * The error function to float64 precision: its Taylor series times e^(−x²) up to 3, beyond that
 * the continued fraction of its complement (Abramowitz and Stegun, 7.1.6 and 7.1.14).
 */
export function erf(x: number): number {
  const size = Math.abs(x);
  return size < 3 ? erfSeries(x) : Math.sign(x) * (1 - erfcFraction(size));
}

function erfSeries(x: number): number {
  let term = x;
  let total = x;
  for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(total); n++) {
    term *= (2 * x * x) / (2 * n + 1);
    total += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * total;
}

function erfcFraction(x: number): number {
  let fraction = x;
  for (let n = 60; n >= 1; n--) fraction = x + n / 2 / fraction;
  return Math.exp(-x * x) / (Math.sqrt(Math.PI) * fraction);
}
