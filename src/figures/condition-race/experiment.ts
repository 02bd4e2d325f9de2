import type { Control, PlotWindow, Sample } from '../shared/contract.ts';
import { type Field, fieldOf } from '../shared/field.ts';
import { requireFinite } from '../shared/finite.ts';
import { decades } from '../shared/nice-range.ts';
import type { Method } from './methods.ts';
import { type Runner, runnerOf } from './runner.ts';
import type { Position } from '../shared/slope-at.ts';

export interface Params {
  kappa: number;
  method: string;
}

export const defaults: Params = { kappa: 10, method: 'gradient' };

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
} as const satisfies Record<keyof Params, Control>;

/** A step of the chosen method: where it leads, and the share of the first distance that is left. */
export interface Step extends Position {
  step: number;
  error: number;
}

export interface Result {
  chosen: Runner;
  runners: Runner[];
  /** What the player walks along: until a millionth is left, or as far as the picture reaches. */
  path: Step[];
  start: Position;
  /** The errors as drawn, the chosen method first; an error of zero lies at the foot. */
  lines: { method: Method; points: Sample[] }[];
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

/** Three methods at their best on ½(x² + κy²), each from the same start. Throws RangeError. */
export function run(params: Params): Result {
  requireFinite('condition-race', params);
  const { kappa, method } = params;
  if (kappa < 1) throw new RangeError(`condition-race: kappa must be at least 1, got ${kappa}`);
  const runners = methods.map((name) => runnerOf(name, kappa));
  const chosen = runners.find((runner) => runner.method === method);
  if (!chosen)
    throw new RangeError(
      `condition-race: method must be ${methods.slice(0, -1).join(', ')} or ${methods.at(-1) ?? ''}, got ${method}`,
    );
  const last = Math.min(mostDrawn, Math.max(...runners.map(({ steps }) => steps)));
  const highest = Math.max(...runners.flatMap(({ errors }) => errors));
  const foot = 10 ** (Math.ceil(Math.log10(highest)) - depth);
  const { start, path } = walked(chosen, last);
  return {
    ...{ chosen, runners, start, path },
    lines: [chosen, ...runners.filter((runner) => runner !== chosen)].map((runner) => ({
      method: runner.method,
      points: drawn(runner, runner === chosen ? path.length : last, foot),
    })),
    prediction: predictionOf(chosen.predicted, last, foot),
    field: fieldOf(({ x, y }) => (x * x + kappa * y * y) / 2, window),
    window,
    errorWindow: { x: { min: 0, max: last }, y: decades([foot, highest]) },
  };
}

function walked({ places, errors, steps }: Runner, last: number): Pick<Result, 'start' | 'path'> {
  const [start = { x: 0, y: 0 }, ...rest] = places;
  const path = rest.slice(0, Math.min(last, steps)).map(({ x, y }, index) => ({
    ...{ step: index + 1, x, y, error: errors[index + 1] ?? 0 },
  }));
  return { start, path };
}

function drawn({ errors }: Runner, last: number, foot: number): Sample[] {
  return errors
    .slice(0, last + 1)
    .map((error, x) => ({ x, y: error === 0 ? foot : error }))
    .filter(({ y }) => y >= foot);
}

function predictionOf(rate: number, last: number, foot: number): Sample[] {
  if (rate === 0) return [];
  const steps = Array.from({ length: last + 1 }, (_, step) => step);
  return steps.map((x) => ({ x, y: rate ** x })).filter(({ y }) => y >= foot);
}
