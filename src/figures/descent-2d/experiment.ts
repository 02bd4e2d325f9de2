import type { Control, PlotWindow, Position, Range } from '../shared/contract.ts';
import { type Field, formulaField } from '../shared/field.ts';
import { surfaces } from '../shared/functions.ts';
import { decades, niceRange } from '../shared/nice-range.ts';
import { localGeometryAt } from './local-geometry.ts';
import { type Regime, regimeOf } from './regime.ts';
import { type Point, type Trajectory, descend } from './trajectory.ts';

export interface Params {
  f: string;
  rate: number;
  x: number;
  y: number;
  steps: number;
}

export const defaults: Params = { f: 'x^2+y^2-2x-4y+5', rate: 0.1, x: 0, y: 0, steps: 10 };

export const controls = {
  f: { label: 'Function', symbol: 'f', options: surfaces, own: ['x', 'y'] },
  rate: { label: 'Learning rate', symbol: 'η', min: 0.01, max: 1.1, step: 0.01, role: 'rate' },
  x: { label: 'Start x', symbol: 'x₀', min: -4, max: 6, step: 0.1, role: 'input' },
  y: { label: 'Start y', symbol: 'y₀', min: -4, max: 6, step: 0.1, role: 'input' },
  steps: { label: 'Steps', min: 1, max: 200, step: 1 },
} as const satisfies Record<keyof Params, Control>;

interface Segment {
  from: Position;
  to: Position;
}

export interface Result extends Trajectory {
  regime: Regime;
  /** Where the descent stood before every step and after the last. */
  positions: Position[];
  /** f before every step and after the last; null where the scale has no place for it. */
  losses: { step: number; loss: number | null }[];
  stepRange: Range;
  /** Logarithmic if no loss is negative. */
  lossScale: 'log' | 'linear';
  lossRange: Range;
  /** Before every step and after the last: an arrow along −∇f, drawn 1.5 n/(n + 2) long for a norm n. */
  downhill: (Segment | null)[];
  field: Field;
  window: PlotWindow;
}

/** A near map and a wide one: a map that moved with every drag would be no map. */
const near: PlotWindow = { x: { min: -1, max: 3 }, y: { min: -1, max: 3 } };
const wide: PlotWindow = { x: { min: -4, max: 6 }, y: { min: -4, max: 6 } };

/** Descends f in float32, as the notebook does, recording every step. Throws ExpressionError. */
export function run(params: Params): Result {
  const trajectory = descend(params);
  const { path, final, arrived } = trajectory;
  const positions = [...path, final].map(({ x, y }) => ({ x, y }));
  const window = positions.every(nearby) ? near : wide;
  return {
    ...trajectory,
    regime: regimeOf(trajectory, arrived ? localGeometryAt(params.f, final) : null),
    positions,
    stepRange: { min: 0, max: Math.max(1, path.length) },
    ...lossesOf(trajectory),
    downhill: [...path, final].map(downhill),
    field: formulaField(params.f, window),
    window,
  };
}

const nearby = ({ x, y }: Position): boolean =>
  Math.min(x, y) >= near.x.min && Math.max(x, y) <= near.x.max;

function downhill({ x, y, dx, dy }: Pick<Point, 'x' | 'y' | 'dx' | 'dy'>): Segment | null {
  if (dx === null || dy === null || (dx === 0 && dy === 0)) return null;
  const length = 1.5 / (Math.hypot(dx, dy) + 2);
  return { from: { x, y }, to: { x: x - length * dx, y: y - length * dy } };
}

type Losses = Pick<Result, 'losses' | 'lossScale' | 'lossRange'>;

function lossesOf({ path, final }: Trajectory): Losses {
  const all = [...path, final].map(({ value }) => value);
  const known = all.filter((loss) => loss !== null);
  const log = known.some((loss) => loss > 0) && !known.some((loss) => loss < 0);
  return {
    losses: all.map((loss, step) => ({ step, loss: log && loss === 0 ? null : loss })),
    lossScale: log ? 'log' : 'linear',
    lossRange: log ? decades(known) : niceRange(Math.min(0, ...known), Math.max(0, ...known)),
  };
}
