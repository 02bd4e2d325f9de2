import type { Range } from '../shared/contract.ts';
import { niceRange } from '../shared/nice-range.ts';
import { type Name, chainFrom, valuesOf } from './chain.ts';

/** One quantity of the chain on a number line of its own. */
export interface Line extends Range {
  name: Name;
  value: number;
  /** Its value after the nudge. */
  nudged: number;
  /** How far it moved. */
  change: number;
  /** Its derivative with respect to the quantity before it; null for x. */
  slope: number | null;
  /** How far the slopes said it would move: the nudge times every local slope up to here. */
  predicted: number;
}

export interface LocalSlopes {
  dhdx: number;
  dgdh: number;
  dfdg: number;
}

/** In float64, so that the differences are those of the functions and not of rounding. */
export function nudgedLines(
  x: number,
  nudge: number,
  { dhdx, dgdh, dfdg }: LocalSlopes,
): [Line, Line, Line, Line] {
  const before = valuesOf(chainFrom(x, 'float64'));
  const after = valuesOf(chainFrom(x + nudge, 'float64'));
  const ends = valuesOf(chainFrom(reach(x), 'float64'));
  const line = (name: Name, slope: number | null, predicted: number): Line => ({
    name,
    value: before[name],
    nudged: after[name],
    change: after[name] - before[name],
    slope,
    predicted,
    ...(name === 'x' ? { min: -3.5, max: 3.5 } : niceRange(0, ends[name])),
  });
  return [
    line('x', null, nudge),
    line('h', dhdx, nudge * dhdx),
    line('g', dgdh, nudge * dhdx * dgdh),
    line('f', dfdg, nudge * dhdx * dgdh * dfdg),
  ];
}

/** Two of the lines reach farther for larger x: their scales change as x passes 1 and 2. */
const reach = (x: number): number => Math.max(1, Math.ceil(Math.abs(x) - 1e-9)) + 0.5;
