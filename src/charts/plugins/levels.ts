/**
 * Heights of the level lines of a field, low to high: evenly spaced on round numbers, or, where most
 * of the field lies in a small part of its range (a ravine between high walls), at ever longer steps.
 */
export function levels(values: readonly number[], wanted: number): number[] {
  const sorted = Float64Array.from(values.filter(Number.isFinite)).sort();
  const low = sorted[0];
  const high = sorted.at(-1);
  if (low === undefined || high === undefined || !(high > low)) return [];
  const middle = sorted[Math.floor(sorted.length / 2)] ?? low;
  const skew = (middle - low) / (high - low);
  return skew > 0.08 ? even(low, high, wanted) : growing(low, high, middle);
}

function even(low: number, high: number, wanted: number): number[] {
  const step = roundStep((high - low) / wanted);
  const first = Math.ceil(low / step);
  const last = Math.floor(high / step);
  return Array.from({ length: last - first + 1 }, (_, i) =>
    Number(((first + i) * step).toPrecision(12)),
  );
}

/** 1, 3, 10, 30 … above the lowest value, from well below the middle one. */
function growing(low: number, high: number, middle: number): number[] {
  const found: number[] = [];
  const start = Math.floor(Math.log10((middle - low || high - low) / 30));
  for (let exponent = start; 10 ** exponent < high - low; exponent++) {
    for (const digit of [1, 3]) {
      const rise = Number(`${String(digit)}e${String(exponent)}`);
      if (rise < high - low) found.push(Number((low + rise).toPrecision(6)));
    }
  }
  return found;
}

/** The nearest of 1, 2, 5 times a power of ten. */
function roundStep(ideal: number): number {
  const power = Math.floor(Math.log10(ideal));
  const digit = ideal / 10 ** power;
  return Number(
    `${digit < 1.5 ? '1' : digit < 3.5 ? '2' : digit < 7.5 ? '5' : '10'}e${String(power)}`,
  );
}

/**
 * Levels in even steps to both sides of the middle, from the lowest value up: the colours of a heat map.
 * Twelve steps to `reach`, or to the farthest value.
 */
export function heatLevels(values: readonly number[], middle: number, reach?: number): number[] {
  const finite = values.filter(Number.isFinite);
  const low = finite.reduce((a, b) => Math.min(a, b), Infinity);
  const high = finite.reduce((a, b) => Math.max(a, b), -Infinity);
  if (!(high > low)) return finite.length > 0 ? [low] : [];
  const step = (reach ?? Math.max(high - middle, middle - low)) / 12;
  const first = Math.max(-12, Math.floor((low - middle) / step) + 1);
  const last = Math.min(11, Math.ceil((high - middle) / step) - 1);
  const inner = Array.from(
    { length: Math.max(0, last - first + 1) },
    (_, i) => middle + (first + i) * step,
  );
  return [low, ...inner];
}
