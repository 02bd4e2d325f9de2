import type { Axis } from './types.ts';

/** Where an axis ends, and how far apart its ticks are: without a step Chart.js finds one. */
export interface Ends {
  min: number;
  max: number;
  step?: number;
}

/** Intervals between ticks that read best, and how many fit at most. */
export interface Room {
  wanted: number;
  most: number;
}

/** Ends on round numbers, unless they are to be exactly those of the axis. */
export function ends(axis: Axis, room: Room, exact: boolean): Ends {
  if (axis.names) return { min: 0, max: axis.names.length - 1 };
  if (axis.scale === 'log') return decades(axis, room.most);
  const { min, max } = span(axis);
  if (axis.degrees) return exact ? { min, max, step: 90 } : outward(min, max, 90);
  return rounded(min, max, room, axis.integer === true, exact);
}

/** An axis whose ends coincide or are not finite still gets some length. */
function span({ min, max }: Axis): Ends {
  if (!Number.isFinite(min) || !Number.isFinite(max)) return { min: 0, max: 1 };
  if (max > min) return { min, max };
  const half = Math.abs(min) / 2 || 1;
  return { min: min - half, max: min + half };
}

/** Powers of ten that lie a whole number of steps apart. A lower end that is not positive moves up. */
function decades({ min, max }: Axis, most: number): Ends {
  const top = max > 0 ? max : 1;
  const high = ceil(Math.log10(top));
  const low = Math.min(floor(Math.log10(min > 0 ? min : top * 1e-6)), high - 1);
  const step = Math.ceil((high - low) / most);
  const count = Math.ceil((high - low) / step);
  return { min: power(high - count * step), max: power(high), step };
}

/** Ten to the exponent, exactly as the literal; kept inside the range of float64. */
function power(exponent: number): number {
  return Number(`1e${String(Math.max(-307, Math.min(308, exponent)))}`);
}

/** The round step that wastes least room and has about as many intervals as wanted. */
function rounded(min: number, max: number, room: Room, integer: boolean, exact: boolean): Ends {
  let best: Ends = { min, max };
  let least = Infinity;
  for (const { step, cost } of candidates((max - min) / room.wanted, integer)) {
    const found = exact ? { min, max, step } : outward(min, max, step);
    const intervals = exact
      ? floor(max / step) - ceil(min / step)
      : Math.round((found.max - found.min) / step);
    if (intervals > room.most || intervals < 1 || (exact && startsAside(min, max, step))) continue;
    const waste = Math.abs((intervals * step) / (max - min) - 1);
    const total = 1.5 * waste + 0.3 * Math.abs(Math.log2(intervals / room.wanted)) + cost;
    if (total < least) {
      best = found;
      least = total;
    }
  }
  return best;
}

/** Where steps fit an axis exactly, Chart.js begins them at its end, round or not. */
function startsAside(min: number, max: number, step: number): boolean {
  const off = (value: number): number => Math.abs(value - Math.round(value));
  return off((max - min) / step) < 0.01 && off(min / step) > 0.01;
}

/** Round steps around the one that would be ideal; quarters of ten read less well. */
function candidates(ideal: number, integer: boolean): { step: number; cost: number }[] {
  const power = Math.floor(Math.log10(ideal));
  const found = [power - 1, power, power + 1].flatMap((exponent) =>
    [1, 2, 2.5, 5].map((digit) => ({
      step: Number(`${String(digit)}e${String(exponent)}`),
      cost: digit === 2.5 ? 0.15 : 0,
    })),
  );
  const whole = found.filter(({ step }) => Number.isInteger(step));
  return integer ? (whole.length > 0 ? whole : [{ step: 1, cost: 0 }]) : found;
}

function outward(min: number, max: number, step: number): Ends {
  const multiple = (count: number): number => Number((count * step).toPrecision(12)) + 0;
  return { min: multiple(floor(min / step)), max: multiple(ceil(max / step)), step };
}

/** Rounds down, forgiving an error of rounding just below a whole number. */
const floor = (value: number): number => Math.floor(value + 1e-9);

/** Rounds up, forgiving an error of rounding just above a whole number. */
const ceil = (value: number): number => Math.ceil(value - 1e-9);
