import type { Control, PlotWindow, Position, Sample, Work } from '../shared/contract.ts';
import { type Field, fieldOf } from '../shared/field.ts';
import { requireFinite } from '../shared/finite.ts';
import { lastOf, lastWorkOf } from '../shared/last-of.ts';
import { decades } from '../shared/nice-range.ts';
import { exhaust, part } from '../shared/work.ts';
import { type Method, start } from './methods.ts';
import { type Run, type Runner, runOf } from './runner.ts';
import { type Split, splitOf } from './split.ts';

export interface Params {
  kappa: number;
  method: string;
  /** In units of the best. */
  rate: number;
}

export const defaults: Params = { kappa: 10, method: 'gradient', rate: 1 };

const methods = ['gradient', 'momentum', 'Newton'] as const satisfies readonly Method[];

export const controls = {
  kappa: { label: 'Condition number', symbol: 'κ', min: 1, max: 200, scale: 'log' },
  method: {
    label: 'Method',
    options: [
      { value: 'gradient', label: 'Gradient descent' },
      { value: 'momentum', label: 'Momentum' },
      { value: 'Newton', label: 'Newton' },
    ],
  },
  rate: { label: 'Learning rate ÷ best', min: 0.1, max: 2, step: 0.05, role: 'rate' },
} as const satisfies Record<keyof Params, Control>;

/** A step of the chosen method: where it leads, and the share of the first distance that is left. */
export interface Step extends Position {
  step: number;
  error: number;
}

export interface Result {
  chosen: Runner;
  runners: Runner[];
  /** What the player steps through: until a millionth is left, or as far as the picture reaches. */
  path: Step[];
  start: Position;
  /** The errors as drawn, the chosen method first; an error of zero lies at the foot. */
  lines: { method: Method; points: Sample[] }[];
  /** The chosen method's error along each eigenvector. */
  split: Split;
  /** ρⁿ, what is predicted for the chosen method; empty where ρ is zero. */
  prediction: Sample[];
  field: Field;
  window: PlotWindow;
  /** Steps from 0, and powers of ten. */
  errorWindow: PlotWindow;
}

const window: PlotWindow = { x: { min: -4, max: 4 }, y: { min: -3, max: 3 } };
const mostDrawn = 150;
/** How far down from the highest error, in powers of ten. */
const depth = 8;

interface Race {
  runs: Run[];
  /** The last step drawn, and the highest error. */
  last: number;
  highest: number;
}

/** Everything that does not depend on which method is chosen. */
const raceAt: (kappa: number, rate: number) => Work<Race> = lastWorkOf(
  (kappa, rate) => `${String(kappa)} ${String(rate)}`,
  function* (kappa, rate) {
    const runs: Run[] = [];
    for (const [index, method] of methods.entries()) {
      const share = { from: index / methods.length, to: (index + 1) / methods.length };
      runs.push(yield* part(share, runOf(method, kappa, rate)));
    }
    return {
      runs,
      last: Math.min(mostDrawn, Math.max(...runs.map(({ runner }) => lastStep(runner)))),
      highest: Math.max(...runs.flatMap(({ runner }) => runner.errors)),
    };
  },
);

const valley = lastOf(String, (kappa: number) =>
  fieldOf(({ x, y }) => (x * x + kappa * y * y) / 2, window),
);

/** The step at which a millionth is left, or else the last. */
const lastStep = ({ steps, errors }: Runner): number => steps ?? errors.length - 1;

/**
 * Three methods on ½(x² + κy²) at so many times their best rate, each from the same start. Throws RangeError.
 */
export function* work(params: Params): Work<Result> {
  requireFinite('condition-race', params);
  const { kappa, method, rate } = params;
  if (kappa < 1)
    throw new RangeError(`condition-race: kappa must be at least 1, got ${String(kappa)}`);
  const { runs, last, highest } = yield* raceAt(kappa, rate);
  const found = runs.find(({ runner }) => runner.method === method);
  if (!found)
    throw new RangeError(
      `condition-race: method must be gradient, momentum or Newton, got ${method}`,
    );
  const foot = 10 ** (Math.ceil(Math.log10(highest)) - depth);
  const { runner: chosen } = found;
  const runners = runs.map(({ runner }) => runner);
  const path = pathOf(found, last);
  const others = runners.filter((runner) => runner !== chosen);
  return {
    chosen,
    runners,
    path,
    start,
    lines: [lineOf(chosen, path.length, foot), ...others.map((one) => lineOf(one, last, foot))],
    split: splitOf(found.trajectory, path.length, foot),
    prediction: predictionOf(chosen.predicted, last, foot, Math.max(1, highest)),
    field: valley(kappa),
    window,
    errorWindow: { x: { min: 0, max: last }, y: decades([foot, highest]) },
  };
}

export const run = (params: Params): Result => exhaust(work(params));

function pathOf({ runner, trajectory }: Run, last: number): Step[] {
  return trajectory
    .map(({ x, y, error }, step) => ({ step, x, y, error }))
    .slice(1, Math.min(last, lastStep(runner)) + 1);
}

function lineOf({ method, errors }: Runner, last: number, foot: number): Result['lines'][number] {
  const points = errors
    .slice(0, last + 1)
    .map((error, x) => ({ x, y: error === 0 ? foot : error }))
    .filter(({ y }) => y >= foot);
  return { method, points };
}

function predictionOf(rate: number, last: number, foot: number, ceiling: number): Sample[] {
  if (rate === 0) return [];
  const steps = Array.from({ length: last + 1 }, (_, step) => step);
  return steps.map((x) => ({ x, y: rate ** x })).filter(({ y }) => y >= foot && y <= ceiling);
}
