import { compile, parse } from '@calculus/expression';
import { at } from '../shared/at.ts';
import type {
  Control,
  NumberControl,
  PlotWindow,
  Position,
  Range,
  Sample,
  Work,
} from '../shared/contract.ts';
import { type Field, formulaField } from '../shared/field.ts';
import { requireFinite } from '../shared/finite.ts';
import { membersOf } from '../shared/members.ts';
import { decades, niceRange } from '../shared/nice-range.ts';
import { exhaust, part } from '../shared/work.ts';
import { landscapeOf, landscapes, options, wide } from './landscapes.ts';
import { minimaNear } from './minima.ts';
import { type Name, type Split, labels, names } from './optimizers.ts';
import { type Runner, bestOf, runnerOf, trajectory } from './runner.ts';
import type { Trajectory } from './trajectory.ts';

export interface Params extends Record<Name, number> {
  f: string;
  x: number;
  y: number;
  steps: number;
  optimizers: string;
  look: string;
}

const ravine = at(landscapes, 1);

/** What a landscape sets until a reader moves it: its start, its length, its tuned rates. */
export function follow({ f }: Params): Partial<Params> {
  const { start, steps, rates } = landscapeOf(f);
  return { ...start, steps, ...rates };
}

export const defaults: Params = {
  f: ravine.f,
  ...ravine.start,
  steps: ravine.steps,
  optimizers: 'sgd,momentum,rmsprop,adam,lbfgs',
  ...ravine.rates,
  look: 'adam',
};

const listed = names.map((value) => ({ value, label: labels[value] }));

const rateOf = (name: Name): NumberControl => ({
  label: `${labels[name]} rate`,
  min: 0.0001,
  max: 1,
  scale: 'log',
  role: 'rate',
  shownWith: { key: 'optimizers', value: name },
});

export const controls = {
  f: { label: 'Landscape', symbol: 'f', options, own: ['x', 'y'] },
  x: { label: 'Start x', symbol: 'x₀', min: -6, max: 6, step: 0.1, role: 'input' },
  y: { label: 'Start y', symbol: 'y₀', min: -6, max: 6, step: 0.1, role: 'input' },
  steps: { label: 'Steps', min: 1, max: 500, step: 1 },
  optimizers: { label: 'Optimizers', several: listed },
  sgd: rateOf('sgd'),
  momentum: rateOf('momentum'),
  nesterov: rateOf('nesterov'),
  adagrad: rateOf('adagrad'),
  rmsprop: rateOf('rmsprop'),
  adam: rateOf('adam'),
  adamw: rateOf('adamw'),
  newton: rateOf('newton'),
  lbfgs: rateOf('lbfgs'),
  look: { label: 'Split the step of', options: listed },
} as const satisfies Record<keyof Params, Control>;

export interface Result {
  runners: Runner[];
  best: Name | null;
  /** The steps that the player goes along: as many as the longest trajectory has. */
  path: number[];
  /** Known minima, or those near the ends of the trajectories for a formula of which none are known. */
  minima: Position[];
  /** The optimiser whose steps are split: the chosen one if it is in the race, else the first that is. */
  look: Name | null;
  /** Its steps, each in its parts. */
  splits: Split[];
  /** f above the lowest known minimum after each step, or f itself; null where the scale has no place. */
  losses: { name: Name; points: Sample[] }[];
  lossScale: 'log' | 'linear';
  lossRange: Range;
  stepRange: Range;
  /** What is taken from f in `losses`; null where no minimum is known. */
  lowest: number | null;
  field: Field;
  window: PlotWindow;
}

/** Below this a loss lies under the picture. */
const foot = 1e-10;
const ceiling = 1e6;

/** Runs the chosen optimisers from one start, in float64. Throws ExpressionError, RangeError. */
export function* work(params: Params): Work<Result> {
  requireFinite('optimizer-arena', params);
  const { f, x, y, look } = params;
  const steps = Math.round(params.steps);
  if (steps < 1 || steps > 10_000)
    throw new RangeError(`optimizer-arena: steps must be 1 to 10000, got ${String(params.steps)}`);
  const height = compile(parse(f, { variables: ['x', 'y'] }));
  const course = { f, start: { x, y }, steps };
  const chosen = chosenOf(params.optimizers);
  const landscape = landscapeOf(f);
  const trajectories: Trajectory[] = [];
  for (const [index, name] of chosen.entries()) {
    const share = { from: index / chosen.length, to: (index + 1) / chosen.length };
    trajectories.push(yield* part(share, trajectory(name, params[name], course)));
  }
  const minima =
    landscape.minima.length > 0
      ? [...landscape.minima]
      : minimaNear(
          f,
          trajectories.flatMap(({ places }) => places.slice(-1)),
        );
  const runners = chosen.map((name) => runnerOf(name, params[name], course, minima));
  const looked = Math.max(
    0,
    chosen.findIndex((name) => name === look),
  );
  const longest = Math.max(0, ...trajectories.map(({ splits }) => splits.length));
  const window = windowOf(landscape.window, course.start);
  const lowest = minima.length > 0 ? Math.min(...minima.map((one) => height({ ...one }))) : null;
  return {
    runners,
    best: bestOf(runners)?.name ?? null,
    path: Array.from({ length: longest }, (_, step) => step),
    minima,
    look: chosen[looked] ?? null,
    splits: trajectories[looked]?.splits ?? [],
    ...lossesOf(runners, lowest),
    stepRange: { min: 0, max: Math.max(1, longest) },
    lowest,
    field: formulaField(f, window),
    window,
  };
}

export const run = (params: Params): Result => exhaust(work(params));

function chosenOf(optimizers: string): Name[] {
  const members = membersOf(optimizers);
  const stranger = members.find((member) => !names.some((name) => name === member));
  if (stranger !== undefined)
    throw new RangeError(
      `optimizer-arena: optimizers must be of ${names.join(', ')}, got ${stranger}`,
    );
  return names.filter((name) => members.includes(name));
}

/** The landscape's own map, or a wide one for a start beside it. */
function windowOf(own: PlotWindow, { x, y }: Position): PlotWindow {
  const inside = x >= own.x.min && x <= own.x.max && y >= own.y.min && y <= own.y.max;
  return inside ? own : wide;
}

type Losses = Pick<Result, 'losses' | 'lossScale' | 'lossRange'>;

function lossesOf(runners: readonly Runner[], lowest: number | null): Losses {
  const heights = runners.map(({ places }) => places.map(({ value }) => value - (lowest ?? 0)));
  const all = heights.flat();
  const log = lowest !== null || (all.length > 0 && all.every((height) => height > 0));
  const shown = (height: number) => (log && (height < foot || height > ceiling) ? null : height);
  const known = all.map(shown).filter((height) => height !== null);
  return {
    losses: runners.map(({ name }, index) => ({
      name,
      points: at(heights, index).map((height, step) => ({ x: step, y: shown(height) })),
    })),
    lossScale: log ? 'log' : 'linear',
    lossRange: log
      ? decades(known)
      : niceRange(Math.min(0, ...known), Math.min(ceiling, Math.max(0, ...known))),
  };
}
