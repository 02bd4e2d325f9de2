import { at } from './at.ts';
import type { PlotWindow, Position, Range, Sample } from './contract.ts';
import { niceRange } from './nice-range.ts';

type RealFunction = (x: number) => number;

/** `count` numbers evenly from end to end, both included. */
export function places({ min, max }: Range, count: number): number[] {
  return Array.from({ length: count }, (_, index) => min + ((max - min) * index) / (count - 1));
}

/**
 * Whether f jumps between two points: halving the interval forty times, always towards the larger
 * change, makes the change of a continuous function vanish, and that at a jump or a pole stay.
 */
export function jumps(f: RealFunction, from: number, to: number): boolean {
  let left = from;
  let right = to;
  const change = Math.abs(f(right) - f(left));
  for (let halving = 0; halving < 40; halving++) {
    const middle = (left + right) / 2;
    const before = Math.abs(f(middle) - f(left));
    const after = Math.abs(f(right) - f(middle));
    if (!Number.isFinite(before + after)) return true;
    if (before > after) right = middle;
    else left = middle;
  }
  return Math.abs(f(right) - f(left)) > change / 2;
}

/** A range of heights that shows most of a function: all of it, or all but the steep sides of a pole. */
export function heights(f: RealFunction, x: Range, included: readonly number[] = []): Range {
  const values = places(x, 201)
    .map(f)
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  const kept = included.filter(Number.isFinite);
  if (values.length === 0) return niceRange(Math.min(0, ...kept), Math.max(1, ...kept));
  const quantile = (share: number) => at(values, Math.round(share * (values.length - 1)));
  const low = quantile(0.05);
  const high = quantile(0.95);
  const margin = high - low;
  const min = Math.max(quantile(0), low - margin);
  const max = Math.min(quantile(1), high + margin);
  return niceRange(Math.min(min, ...kept), Math.max(max, ...kept));
}

/**
 * The graph of f inside a window: null where f is undefined, jumps or leaves the window. Where it
 * crosses the upper or lower edge, the curve ends on the edge.
 */
export function sampleCurve(f: RealFunction, window: PlotWindow, count = 121): Sample[] {
  const all = places(window.x, count).map((x) => ({ x, y: f(x) }));
  const samples: Sample[] = [];
  for (const [index, { x, y }] of all.entries()) {
    const before = all[index - 1];
    if (before) samples.push(...between(f, before, { x, y }, window.y));
    samples.push({ x, y: inside(y, window.y) ? y : null });
  }
  return samples;
}

/** What the curve needs between two samples: a gap at a jump, an end where it leaves the window. */
function between(f: RealFunction, a: Position, b: Position, range: Range): Sample[] {
  const far = Math.abs(b.y - a.y) > (range.max - range.min) / 8;
  if (far && jumps(f, a.x, b.x)) return [{ x: (a.x + b.x) / 2, y: null }];
  if (inside(a.y, range) === inside(b.y, range)) return [];
  const outer = inside(a.y, range) ? b : a;
  if (!Number.isFinite(outer.y)) return [];
  const edge = outer.y > range.max ? range.max : range.min;
  return [{ x: a.x + ((edge - a.y) / (b.y - a.y)) * (b.x - a.x), y: edge }];
}

function inside(y: number, { min, max }: Range): boolean {
  return y >= min && y <= max;
}

/** The part of a straight line that lies in the window; empty where its slope is no number. */
export function lineInside({ x, y }: Position, slope: number, window: PlotWindow): Sample[] {
  if (!Number.isFinite(x + y + slope)) return [];
  const crossing = [window.y.min, window.y.max].map((edge) => x + (edge - y) / slope);
  const [low = -Infinity, high = Infinity] = slope === 0 ? [] : crossing.sort((a, b) => a - b);
  const from = Math.max(window.x.min, low);
  const to = Math.min(window.x.max, high);
  return from < to ? [from, to].map((end) => ({ x: end, y: y + slope * (end - x) })) : [];
}
