import type { Range } from './contract.ts';

/** The round number (1, 2 or 5 times a power of ten) next to a fifth of a span. */
export function niceStep(span: number): number {
  const power = 10 ** Math.floor(Math.log10(span / 5));
  const lead = span / 5 / power;
  return power * (lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10);
}

/** The smallest range with round ends that holds both numbers; some room where they are equal. */
export function niceRange(min: number, max: number): Range {
  if (max - min <= 1e-12 * Math.max(Math.abs(min), Math.abs(max))) {
    const room = Math.max(1, Math.abs(min)) / 2;
    return niceRange(min - room, max + room);
  }
  const step = niceStep(max - min);
  return {
    min: round(Math.floor(min / step) * step, step),
    max: round(Math.ceil(max / step) * step, step),
  };
}

/** The smallest powers of ten around those values that a log axis can show, at least one decade. */
export function decades(values: readonly (number | null)[]): Range {
  const logs = values
    .filter((value) => value !== null)
    .filter((value) => value > 0 && value < Infinity)
    .map((value) => Math.log10(value));
  if (logs.length === 0) return { min: 0.1, max: 1 };
  const low = Math.floor(Math.min(...logs));
  const high = Math.max(Math.ceil(Math.max(...logs)), low + 1);
  return { min: 10 ** low, max: 10 ** high };
}

/** Takes away what binary fractions add: 0.30000000000000004 is 0.3. */
const round = (value: number, step: number): number => {
  const digits = Math.max(0, -Math.floor(Math.log10(step)));
  return Number(value.toFixed(Math.min(digits, 100)));
};
