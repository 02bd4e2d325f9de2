import { tensor } from '@calculus/autograd';
import { compile, evaluate } from '@calculus/expression';
import { at } from '../shared/at.ts';
import type { Control, PlotWindow, Position, Range, Sample } from '../shared/contract.ts';
import { orNull } from '../shared/finite.ts';
import { functionsOfX } from '../shared/functions.ts';
import { decades } from '../shared/nice-range.ts';
import { type OneSidedSlopes, kinkAt } from '../shared/one-sided.ts';
import { heights, jumps, lineInside, sampleCurve } from '../shared/sample-curve.ts';
import { type Slopes, slopes } from './slopes.ts';

export interface Params {
  f: string;
  x: number;
  h: number;
}

export const defaults: Params = { f: 'x^2+3x+1', x: 2, h: 1 };

export const controls = {
  f: { label: 'Function', symbol: 'f', options: functionsOfX, own: ['x'], role: 'function' },
  x: { label: 'Point x', symbol: 'x', min: -5, max: 5, step: 0.1, role: 'input' },
  h: { label: 'Step h', symbol: 'h', min: 1e-6, max: 2, scale: 'log', role: 'rate' },
} as const satisfies Record<keyof Params, Control>;

/** Computed in float64. A number is null where it does not exist. */
export interface Result {
  value: number | null;
  /** (f(x + h) − f(x)) / h */
  secantSlope: number | null;
  /** f′(x) by autograd. At a kink: what PyTorch answers. */
  derivative: number | null;
  /** |secant slope − derivative| */
  error: number | null;
  /** The two one-sided slopes where they differ, null elsewhere. */
  kink: OneSidedSlopes | null;
  /** The function jumps or is undefined somewhere between x and x + h. */
  broken: boolean;
  /** The two points of the secant. */
  at: Position | null;
  ahead: Position | null;
  /** How far the second point can be dragged. */
  aheadRange: Range;
  curve: Sample[];
  secant: Sample[];
  tangent: Sample[];
  window: PlotWindow;
  /** The error for every step size; null where it is zero or does not exist. */
  errors: { h: number; error: number | null }[];
  /** Powers of ten around all steps and all errors. */
  stepRange: Range;
  errorRange: Range;
}

/** The finest step that a drag of the second point can make. */
export const finestDrag = 0.01;

/** Secant and tangent of f at x, in float64. Throws ExpressionError for an unreadable formula. */
export function run(params: Params): Result {
  const { x, h } = params;
  const measured = slopes(params);
  const { value, derivative } = measured;
  const compiled = compile(measured.expression);
  const f = (position: number) => compiled({ x: position });
  const errors = errorsOf(measured, x);
  const known = Number.isFinite(value) && !Number.isNaN(derivative);
  return {
    value: orNull(value),
    secantSlope: orNull(measured.secantSlope),
    derivative: known ? derivative : null,
    error: orNull(measured.error),
    kink: Math.abs(derivative) === Infinity ? null : kinkAt(f, x),
    broken: jumps(f, x, x + h),
    aheadRange: { min: x + finestDrag, max: x + controls.h.max },
    ...picture(f, { x, y: value }, { x: x + h, y: measured.ahead }, derivative),
    errors,
    stepRange: decades(steps),
    errorRange: decades([...errors.map(({ error }) => error), measured.error]),
  };
}

/** The step to a dragged second point, to the three digits that a slider has. */
export const stepTo = (ahead: number, x: number): number => Number((ahead - x).toPrecision(3));

/** 1, 2 and 5 times every power of ten from the slider's one end to the other. */
const steps: readonly number[] = [-6, -5, -4, -3, -2, -1, 0].flatMap((power) =>
  [1, 2, 5]
    .map((digit) => Number(`${String(digit)}e${String(power)}`))
    .filter((step) => step <= controls.h.max),
);

/** All steps at once, through the same operations as the slopes themselves. */
function errorsOf({ expression, value, derivative }: Slopes, x: number): Result['errors'] {
  const h = tensor([...steps], { dtype: 'float64' });
  const slope = evaluate(expression, { x: h.add(x) })
    .sub(value)
    .div(h);
  const errors = slope.sub(derivative).abs().tolist() as number[];
  return steps.map((step, index) => {
    const error = at(errors, index);
    return { h: step, error: error === 0 ? null : orNull(error) };
  });
}

type Picture = Pick<Result, 'at' | 'ahead' | 'curve' | 'secant' | 'tangent' | 'window'>;

/** The neighbourhood of x; it moves by whole units, so that it stands still under a small drag. */
function picture(
  f: (x: number) => number,
  here: Position,
  ahead: Position,
  derivative: number,
): Picture {
  const centre = Math.round(here.x);
  const x = { min: centre - 2, max: centre + 3 };
  const window = { x, y: heights(f, x, [here.y, ahead.y]) };
  const slope = (ahead.y - here.y) / (ahead.x - here.x);
  return {
    at: Number.isFinite(here.y) ? here : null,
    ahead: Number.isFinite(ahead.y) ? ahead : null,
    curve: sampleCurve(f, window),
    secant: lineInside(here, slope, window),
    tangent: lineInside(here, derivative, window),
    window,
  };
}
