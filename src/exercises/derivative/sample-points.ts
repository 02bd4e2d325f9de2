export type Interval = readonly [number, number];

/**
 * Points at which two formulas are compared: a low-discrepancy (Weyl) sequence, so spread evenly,
 * on no lattice where formulas could agree by accident, and the same on every visit. Coordinates
 * have two decimals, so that a learner can check one by hand.
 */
export function samplePoints(
  variables: readonly string[],
  [low, high]: Interval,
  count: number,
): Record<string, number>[] {
  return Array.from({ length: count }, (_, index) =>
    Object.fromEntries(
      variables.map((name, axis) => {
        const fraction = ((index + 1) * (irrationals[axis] ?? Math.SQRT2)) % 1;
        return [name, Number((low + fraction * (high - low)).toFixed(2))];
      }),
    ),
  );
}

/** Square roots of primes: no two are rational multiples of each other. */
const irrationals = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29].map(Math.sqrt);
