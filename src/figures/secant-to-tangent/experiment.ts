import { compile } from '@calculus/expression';
import type { Control, PlotWindow, Position, Range, Sample } from '../shared/contract.ts';
import { type Derivative, derivativeAlong } from '../shared/derivative.ts';
import { orNull } from '../shared/finite.ts';
import { functionsOfX } from '../shared/functions.ts';
import { decades, niceRange } from '../shared/nice-range.ts';
import { heights, jumps, lineInside, sampleCurve } from '../shared/sample-curve.ts';
import { type Secant, type Side, slopes } from './slopes.ts';
import { type StepRow, secantsOfAllSteps, steps } from './steps.ts';

export interface Params {
  f: string;
  x: number;
  /** Above 0; to the left the second point is x − h. */
  h: number;
  side: Side;
}

export const defaults: Params = { f: 'x^2+3x+1', x: 2, h: 1, side: 'right' };

export const controls = {
  f: { label: 'Function', symbol: 'f', options: functionsOfX, own: ['x'], role: 'function' },
  x: { label: 'Point x', symbol: 'x', min: -5, max: 5, step: 0.1, role: 'input' },
  h: { label: 'Step h', symbol: 'h', min: 1e-6, max: 2, scale: 'log', role: 'rate' },
  side: {
    label: 'Side',
    options: [
      { value: 'right', label: 'right: from x to x + h' },
      { value: 'left', label: 'left: from x to x − h' },
      { value: 'both', label: 'both' },
    ],
  },
} as const satisfies Record<keyof Params, Control>;

/** A secant as it is drawn. */
export interface DrawnSecant {
  /** Negative where the second point lies to the left. */
  h: number;
  /** (f(x + h) − f(x)) / h, null where it does not exist. */
  slope: number | null;
  /** |slope − derivative| */
  error: number | null;
  /** The function jumps or is undefined somewhere between the two points. */
  broken: boolean;
  /** The second point, and how far it can be dragged. */
  end: Position | null;
  endRange: Range;
  line: Sample[];
}

/** Computed in float64. A number is null where it does not exist. */
export interface Result {
  value: number | null;
  derivative: number | null;
  /** The same beside what PyTorch answers, and the slopes of both sides where there is none. */
  answer: Derivative;
  /** One, or the one to the right before the one to the left. */
  secants: DrawnSecant[];
  /** The slope of the first, and the largest error of all. */
  secantSlope: number | null;
  error: number | null;
  at: Position | null;
  curve: Sample[];
  /** The line through the point with the derivative as its slope, or with what PyTorch answers. */
  tangent: Sample[];
  window: PlotWindow;
  /** Slope and error for every step, to both sides. */
  allSteps: StepRow[];
  /** Powers of ten around all steps and all errors. */
  stepRange: Range;
  errorRange: Range;
  /** Round bounds around the slopes of all secants. */
  slopeRange: Range;
}

/** The finest step that a drag of the second point can make. */
export const finestDrag = 0.01;

/** Secants and tangent of f at x, in float64. Throws ExpressionError for an unreadable formula. */
export function run(params: Params): Result {
  const { x, side } = params;
  const { expression, value, autograd, secants: measured } = slopes(params);
  const compiled = compile(expression);
  const f = (position: number) => compiled({ x: position });
  const answer = derivativeAlong(expression, { x }, { x: 1 }, autograd);
  const window = windowAround(f, { x, y: value }, measured, side);
  const secants = measured.map((secant) => drawn(f, { x, y: value }, secant, answer, window));
  const allSteps = secantsOfAllSteps(expression, { x, y: value }, answer.exact);
  const errors = secants.map(({ error }) => error);
  return {
    value: orNull(value),
    derivative: answer.exact,
    answer,
    secants,
    secantSlope: secants[0]?.slope ?? null,
    error: errors.includes(null) ? null : Math.max(...errors.map(Number)),
    at: Number.isFinite(value) ? { x, y: value } : null,
    curve: sampleCurve(f, window),
    tangent: lineInside({ x, y: value }, answer.exact ?? answer.pytorch ?? NaN, window),
    window,
    allSteps,
    stepRange: decades(steps),
    errorRange: decades([
      ...errors,
      ...allSteps.flatMap(({ right, left }) => [right.error, left.error]),
    ]),
    slopeRange: slopeRangeOf(allSteps),
  };
}

/** The step to a dragged second point, to the three digits that a slider has. */
export const stepTo = (end: number, x: number): number => Number(Math.abs(end - x).toPrecision(3));

function drawn(
  f: (x: number) => number,
  here: Position,
  { h, ahead, slope }: Secant,
  { exact }: Derivative,
  window: PlotWindow,
): DrawnSecant {
  const sign = Math.sign(h);
  const ends = [here.x + sign * finestDrag, here.x + sign * controls.h.max];
  return {
    h,
    slope: orNull(slope),
    error: exact === null ? null : orNull(Math.abs(slope - exact)),
    broken: jumps(f, here.x, here.x + h),
    end: Number.isFinite(ahead) ? { x: here.x + h, y: ahead } : null,
    endRange: { min: Math.min(...ends), max: Math.max(...ends) },
    line: lineInside(here, slope, window),
  };
}

/** The neighbourhood of x; it moves by whole units, so that it stands still under a small drag. */
function windowAround(
  f: (x: number) => number,
  here: Position,
  secants: readonly Secant[],
  side: Side,
): PlotWindow {
  const centre = Math.round(here.x);
  const x = {
    min: centre - (side === 'right' ? 2 : 3),
    max: centre + (side === 'left' ? 2 : 3),
  };
  return { x, y: heights(f, x, [here.y, ...secants.map(({ ahead }) => ahead)]) };
}

/** Around the slopes of short secants, so that one across a pole does not flatten the others. */
function slopeRangeOf(rows: readonly StepRow[]): Range {
  const known = rows
    .filter(({ h }) => h <= 1)
    .flatMap(({ right, left }) => [right.slope, left.slope])
    .filter((slope) => slope !== null);
  if (known.length === 0) return { min: -1, max: 1 };
  const least = Math.min(...known);
  const most = Math.max(...known);
  const margin = Math.max((most - least) / 4, 0.5);
  return niceRange(least - margin, most + margin);
}
