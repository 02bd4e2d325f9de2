import { compile, parse } from '@calculus/expression';
import type { Control, PlotWindow, Range, Table } from '../shared/contract.ts';
import { type Bend, type Ground, bendAt, groundAt } from './local-geometry.ts';
import { type Step, type Walk, walk } from './trajectory.ts';
import { type Regime, regimeOf } from './regime.ts';
import { type Field, fieldOf, fieldTable } from '../shared/field.ts';
import { surfaces } from '../shared/functions.ts';
import { decades, niceRange } from '../shared/nice-range.ts';
import type { Position } from '../shared/slope-at.ts';

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

export type { Regime, Step };

interface Segment {
  from: Position;
  to: Position;
}

export interface Result extends Walk {
  regime: Regime;
  /** Where the gradient became too short to follow: what kind of place that is. */
  ground: Ground | null;
  /** Curvatures at the start, which say how large a rate is safe there. */
  bend: Bend;
  /** f before every step and after the last; null where the scale has no place for it. */
  losses: { step: number; loss: number | null }[];
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
  const made = walk(params);
  const window = windowOf(made);
  const ground = made.arrived ? groundAt(params.f, made.final) : null;
  return {
    ...made,
    regime: regimeOf(made, ground),
    ground,
    bend: made.path.length > 0 ? bendAt(params.f, params) : null,
    ...lossesOf(made),
    downhill: [...made.path, made.final].map(downhill),
    field: fieldOf(compile(parse(params.f, { variables: ['x', 'y'] })), window),
    window,
  };
}

function windowOf({ path, final }: Walk): PlotWindow {
  const inside = ({ x, y }: Position) =>
    Math.min(x, y) >= near.x.min && Math.max(x, y) <= near.x.max;
  return [...path, final].every(inside) ? near : wide;
}

function downhill({
  x,
  y,
  dx,
  dy,
}: {
  x: number;
  y: number;
  dx: number | null;
  dy: number | null;
}) {
  const norm = Math.hypot(dx ?? 0, dy ?? 0);
  if (dx === null || dy === null || norm === 0) return null;
  const length = 1.5 / (norm + 2);
  return { from: { x, y }, to: { x: x - length * dx, y: y - length * dy } };
}

function lossesOf({ path, final }: Walk): Pick<Result, 'losses' | 'lossScale' | 'lossRange'> {
  const all = [...path.map(({ value }) => value), final.value];
  const known = all.filter((loss) => loss !== null);
  const log = known.some((loss) => loss > 0) && !known.some((loss) => loss < 0);
  return {
    losses: all.map((loss, step) => ({ step, loss: log && loss === 0 ? null : loss })),
    lossScale: log ? 'log' : 'linear',
    lossRange: log ? decades(known) : niceRange(Math.min(0, ...known), Math.max(0, ...known)),
  };
}

export function tables(_params: Params, { path, final, losses, field, window }: Result): Table[] {
  return [
    {
      caption: 'Every step of the descent, in float32',
      columns: ['Step', 'x', 'y', 'f', '∂x', '∂y'],
      rows: path.map(({ step, x, y, value, dx, dy }) => [step, x, y, value, dx, dy]),
    },
    {
      caption: 'Where the last step led, in float32',
      columns: ['x', 'y', 'f', '∂x', '∂y', 'Length of the gradient'],
      rows: [[final.x, final.y, final.value, final.dx, final.dy, final.norm]],
    },
    {
      caption: 'Loss after each step, as drawn; a loss of zero has no place on a log scale',
      columns: ['Step', 'Loss'],
      rows: losses.map(({ step, loss }) => [step, loss]),
    },
    fieldTable(field, window),
  ];
}
