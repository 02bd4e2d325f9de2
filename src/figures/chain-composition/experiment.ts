import type { Control } from '../shared/contract.ts';
import { requireFinite } from '../shared/finite.ts';
import { chainFrom, slope, valuesOf } from './chain.ts';
import { type Line, type LocalSlopes, nudgedLines } from './nudged.ts';
import { type Paths, pathsFrom } from './paths.ts';

export interface Params {
  x: number;
  nudge: number;
}

export const defaults: Params = { x: 2, nudge: 0.1 };

export const controls = {
  x: { label: 'Input x', symbol: 'x', min: -3, max: 3, step: 0.1, role: 'input' },
  nudge: { label: 'Nudge of x', symbol: 'Δx', min: 0.001, max: 0.5, scale: 'log', role: 'rate' },
} as const satisfies Record<keyof Params, Control>;

export interface Result extends LocalSlopes {
  /** x as float32 holds it. */
  x: number;
  h: number;
  g: number;
  f: number;
  /** By autograd, in float32. */
  derivative: number;
  /** 6x(x² + 1)², in Python's double precision as the notebook computes it. */
  byHand: number;
  /** x, h, g, f. */
  lines: [Line, Line, Line, Line];
  paths: Paths;
}

/** f = (x² + 1)³ as three links, and p = x²(x + 1) as two paths, in float32 as the notebook. */
export function run(params: Params): Result {
  requireFinite('chain-composition', params);
  const chain = chainFrom(params.x, 'float32');
  const values = valuesOf(chain);
  const slopes = {
    dhdx: slope(chain.h, chain.x),
    dgdh: slope(chain.g, chain.h),
    dfdg: slope(chain.f, chain.g),
  };
  return {
    ...values,
    ...slopes,
    derivative: slope(chain.f, chain.x),
    byHand: 3 * (values.x ** 2 + 1) ** 2 * 2 * values.x,
    lines: nudgedLines(params.x, params.nudge, slopes),
    paths: pathsFrom(params.x),
  };
}
