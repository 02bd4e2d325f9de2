import { noGrad, tensor } from '@calculus/autograd';
import { at } from '../shared/at.ts';
import type { Control, PlotWindow, Position, Range, Work } from '../shared/contract.ts';
import { datasets } from '../shared/datasets.ts';
import type { Field } from '../shared/field.ts';
import { requireFinite } from '../shared/finite.ts';
import { decades } from '../shared/nice-range.ts';
import { exhaust, part } from '../shared/work.ts';
import { directionsOf, projected } from './directions.ts';
import { firstParameters, problemOf } from './network.ts';
import { countNegative, eigenvaluesOf, sharpnessOf } from './sharpness.ts';
import { sliceOf } from './slice.ts';
import { train } from './training.ts';

export interface Params {
  data: string;
  seed: number;
  direction: string;
  range: number;
}

export const defaults: Params = { data: 'moons', seed: 0, direction: 'principal', range: 1.25 };

export const controls = {
  data: { label: 'Data', options: datasets },
  seed: { label: 'Seed', min: 0, max: 99, step: 1 },
  direction: {
    label: 'Direction',
    options: [
      { value: 'random', label: 'Random, random' },
      { value: 'gradient', label: 'Gradient, random' },
      { value: 'principal', label: 'Principal, of the path' },
    ],
  },
  range: { label: 'Range', min: 0.1, max: 5, scale: 'log', role: 'input' },
} as const satisfies Record<keyof Params, Control>;

/** The network during training: where it is seen in the plane, how far off it, and its loss. */
export interface Moment extends Position {
  step: number;
  off: number;
  loss: number;
}

export interface Result {
  /** Before training, which is not a step. */
  first: Moment;
  /** Every fifth step of training after that. */
  path: Moment[];
  centreLoss: number;
  accuracy: number;
  /** The eigenvalue of largest size of the Hessian of all parameters. */
  sharpness: number;
  eigenvalues: number[];
  /** Their sizes, as drawn on a log scale: those below 1e-8 lie under the picture. */
  sizes: (Position & { negative: boolean })[];
  sizeRange: Range;
  /** How many of them are negative. */
  negative: number;
  /** The share of the path's squared distance from its end that the plane shows. */
  shown: number;
  field: Field;
  window: PlotWindow;
  lossRange: Range;
}

/** Trains, and looks at the loss on a plane through the trained parameters; all in float64. */
export function* work(params: Params): Work<Result> {
  requireFinite('loss-landscape', params);
  const { data, direction, range } = params;
  const seed = Math.round(params.seed);
  const problem = noGrad(() => problemOf(data, seed));
  const snapshots = yield* part({ from: 0, to: 0.25 }, train(problem, firstParameters(seed)));
  const { theta, loss: centreLoss } = at(snapshots, -1);
  const thetas = snapshots.map((snapshot) => snapshot.theta);
  const pair = directionsOf(direction, problem, thetas, seed);
  const sharpness = yield* part({ from: 0.25, to: 0.4 }, sharpnessOf(problem, theta, seed));
  const eigenvalues = eigenvaluesOf(problem, theta);
  const sizes = eigenvalues
    .map((value, index) => ({ x: index + 1, y: Math.abs(value), negative: value < 0 }))
    .filter(({ y }) => y > 1e-8);
  const side = { min: -range, max: range };
  const field = yield* part({ from: 0.4, to: 1 }, sliceOf(problem, theta, pair, side));
  const moments = snapshots.map(({ step, theta: here, loss }) => {
    const shift = here.map((entry, index) => entry - at(theta, index));
    return { step, loss, length: Math.hypot(...shift), ...projected(shift, pair) };
  });
  const [first, ...path] = moments.map(({ step, loss, x, y, off }) => ({ step, loss, x, y, off }));
  if (!first) throw new RangeError('loss-landscape: training has no first moment');
  const sum = (of: (moment: (typeof moments)[number]) => number) =>
    moments.reduce((total, moment) => total + of(moment) ** 2, 0);
  return {
    first,
    path,
    centreLoss,
    accuracy: noGrad(() => problem.accuracy(tensor(theta, { dtype: 'float64' }))),
    sharpness,
    eigenvalues,
    sizes,
    sizeRange: decades(sizes.map(({ y }) => y)),
    negative: countNegative(eigenvalues),
    shown: 1 - sum(({ off }) => off) / sum(({ length }) => length),
    field,
    window: { x: side, y: side },
    lossRange: decades(moments.map(({ loss }) => loss)),
  };
}

export const run = (params: Params): Result => exhaust(work(params));
