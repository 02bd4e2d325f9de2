import { logTicks } from './log-ticks.ts';
import type { Axis } from './types.ts';

export interface Ticks {
  /** Ends of the axis, rounded out to the first and last tick. */
  min: number;
  max: number;
  values: number[];
}

export interface TickRoom {
  /** Intervals that read best, and how many fit at most. */
  wanted: number;
  most: number;
  /** Keep the axis's own ends (a field fills them) and only place ticks inside. */
  exact: boolean;
}

/** Ticks on round numbers; unless `exact`, the axis ends on ticks too. */
export function ticks(axis: Axis, room: TickRoom): Ticks {
  const [min, max] = span(axis);
  if (axis.names) return named(axis.names.length, room.most);
  if (axis.degrees) return stepped(min, max, 90, room.exact);
  return axis.scale === 'log' ? logTicks(min, max, room) : linearTicks(min, max, room, axis);
}

/** Every name, or every second, third … where there is no room for all. */
function named(count: number, most: number): Ticks {
  const stride = Math.max(1, Math.ceil(count / Math.max(1, most)));
  const values = Array.from({ length: Math.ceil(count / stride) }, (_, i) => 1 + i * stride);
  return { min: 0.5, max: count + 0.5, values };
}

/** An axis whose ends coincide or are not finite still gets some length. */
function span({ min, max }: Axis): [number, number] {
  if (!Number.isFinite(min) || !Number.isFinite(max)) return [0, 1];
  if (max > min) return [min, max];
  const half = Math.abs(min) / 2 || 1;
  return [min - half, min + half];
}

function linearTicks(min: number, max: number, room: TickRoom, { integer }: Axis): Ticks {
  let best: { cost: number; ticks: Ticks } | undefined;
  for (const { step, plain } of steps((max - min) / room.wanted, integer === true)) {
    const made = stepped(min, max, step, room.exact);
    const intervals = made.values.length - 1;
    if (intervals > room.most || intervals < 1) continue;
    const waste = Math.abs(made.max - made.min - (made.covered ?? max - min)) / (max - min);
    const cost =
      1.5 * waste + 0.3 * Math.abs(Math.log2(intervals / room.wanted)) + (plain ? 0 : 0.15);
    if (!best || cost < best.cost) best = { cost, ticks: made };
  }
  return best?.ticks ?? { min, max, values: [min, max] };
}

function stepped(min: number, max: number, step: number, exact: boolean) {
  const first = exact ? ceil(min / step) : floor(min / step);
  const last = exact ? floor(max / step) : ceil(max / step);
  const values = Array.from({ length: last - first + 1 }, (_, i) => multiple(first + i, step));
  if (exact) return { min, max, values, covered: (last - first) * step };
  return { min: values[0] ?? min, max: values.at(-1) ?? max, values };
}

/** Round steps around the one that would be ideal; halves and quarters of ten read less well. */
function steps(ideal: number, integer: boolean) {
  const power = Math.floor(Math.log10(ideal));
  const found: { step: number; plain: boolean }[] = [];
  for (let exponent = power - 1; exponent <= power + 1; exponent++) {
    for (const digit of [1, 2, 2.5, 5]) {
      const step = Number(`${digit}e${exponent}`);
      if (!integer || Number.isInteger(step)) found.push({ step, plain: digit !== 2.5 });
    }
  }
  return found.length > 0 ? found : [{ step: 1, plain: true }];
}

/** `count * step` without the dust of binary fractions: 3 × 0.1 is 0.3. */
function multiple(count: number, step: number): number {
  return Number((count * step).toPrecision(12)) + 0;
}

/** Rounds down, forgiving an error of rounding just below a whole number. */
export function floor(value: number): number {
  return Math.floor(value + 1e-9);
}

/** Rounds up, forgiving an error of rounding just above a whole number. */
export function ceil(value: number): number {
  return Math.ceil(value - 1e-9);
}
