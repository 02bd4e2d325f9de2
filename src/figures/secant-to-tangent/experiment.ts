import { type Expression, compile, differentiate, parse } from '@calculus/expression';
import type { Control, PlotWindow, Range, Sample, Table } from '../shared/contract.ts';
import { requireFinite } from '../shared/finite.ts';
import { imports, pythonFunction, pythonLeaf, valueAt } from '../shared/formula.ts';
import { functionsOfX } from '../shared/functions.ts';
import { decades } from '../shared/nice-range.ts';
import { type OneSidedSlopes, kinkAt } from '../shared/one-sided.ts';
import { printed, programText, python } from '../shared/program.ts';
import { heights, jumps, lineInside, sampleCurve } from '../shared/sample-curve.ts';

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
  at: { x: number; y: number } | null;
  ahead: { x: number; y: number } | null;
  curve: Sample[];
  secant: Sample[];
  tangent: Sample[];
  window: PlotWindow;
  /** The error for every step size; null where it is zero or does not exist. */
  errors: { h: number; error: number | null }[];
  errorRange: Range;
}

/** Secant and tangent of f at x, in float64. Throws ExpressionError for an unreadable formula. */
export function run(params: Params): Result {
  const { x, h } = params;
  const measured = measure(params);
  const { expression, value, derivative } = measured;
  const compiled = compile(expression);
  const f = (place: number) => compiled({ x: place });
  const defined = Number.isFinite(value);
  const errors = steps.map((step) => {
    const slope = (valueAt(expression, { x: x + step }) - value) / step;
    return { h: step, error: orNull(Math.abs(slope - derivative)) || null };
  });
  return {
    value: orNull(value),
    secantSlope: orNull(measured.secantSlope),
    derivative: defined && !Number.isNaN(derivative) ? derivative : null,
    error: orNull(measured.error),
    kink: Math.abs(derivative) === Infinity ? null : kinkAt(f, x),
    broken: jumps(f, x, x + h),
    ...picture(f, { x, y: value }, { x: x + h, y: measured.ahead }, derivative),
    errors,
    errorRange: decades([...errors.map((row) => row.error ?? 0), measured.error]),
  };
}

interface Measured {
  expression: Expression;
  value: number;
  ahead: number;
  secantSlope: number;
  derivative: number;
  error: number;
}

/** The numbers as PyTorch has them, infinities and NaN included. */
function measure(params: Params): Measured {
  requireFinite('secant-to-tangent', params);
  const { x, h } = params;
  if (h <= 0) throw new RangeError(`secant-to-tangent: h must be above 0, got ${String(h)}`);
  const expression = parse(params.f, { variables: ['x'] });
  const { value, gradient } = differentiate(expression, { x });
  const derivative = gradient['x'] ?? NaN;
  const ahead = valueAt(expression, { x: x + h });
  const secantSlope = (ahead - value) / h;
  const error = Math.abs(secantSlope - derivative);
  return { expression, value, ahead, secantSlope, derivative, error };
}

/** 1, 2 and 5 times every power of ten from the slider's one end to the other. */
const steps: readonly number[] = [-6, -5, -4, -3, -2, -1, 0].flatMap((power) =>
  [1, 2, 5].map((digit) => Number(`${digit}e${power}`)).filter((step) => step <= controls.h.max),
);

interface Place {
  x: number;
  y: number;
}

type Picture = Pick<Result, 'at' | 'ahead' | 'curve' | 'secant' | 'tangent' | 'window'>;

/** The neighbourhood of x; it moves by whole units, so that it stands still under a small drag. */
function picture(f: (x: number) => number, at: Place, ahead: Place, derivative: number): Picture {
  const centre = Math.round(at.x);
  const x = { min: centre - 2, max: centre + 3 };
  const window = { x, y: heights(f, x, [at.y, ahead.y]) };
  const slope = (ahead.y - at.y) / (ahead.x - at.x);
  return {
    at: Number.isFinite(at.y) ? at : null,
    ahead: Number.isFinite(ahead.y) ? ahead : null,
    curve: sampleCurve(f, window),
    secant: lineInside(at, slope, window),
    tangent: lineInside(at, derivative, window),
    window,
  };
}

function orNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

export function tables({ x, h }: Params, result: Result): Table[] {
  return [
    {
      caption: 'Secant and tangent, in float64',
      columns: ['x', 'h', 'f(x)', 'Secant slope', 'Derivative', 'Error'],
      rows: [[x, h, result.value, result.secantSlope, result.derivative, result.error]],
    },
    {
      caption:
        'Error of the secant for every step; one that is exactly zero has no place on a log scale',
      columns: ['h', 'Error'],
      rows: result.errors.map((row) => [row.h, row.error]),
    },
    {
      caption: 'The function as drawn',
      columns: ['x', 'f(x)'],
      rows: result.curve.map((sample) => [sample.x, sample.y]),
    },
  ];
}

/** The same slopes in PyTorch, with the readouts as expected output. */
export function program(params: Params): string {
  const { expression, value, secantSlope, derivative, error } = measure(params);
  return programText(
    [
      ...imports(expression),
      '',
      ...pythonFunction(expression, ['x']),
      '',
      pythonLeaf('x', params.x, 'float64'),
      `h = ${python(params.h)}`,
      '',
      'value = f(x)',
      'value.backward()',
      'with torch.no_grad():',
      '    secant = (f(x + h) - value) / h',
      'error = abs(secant - x.grad)',
      '',
      'print(f"value        = {value.item():.6g}")',
      'print(f"secant slope = {secant.item():.6g}")',
      'print(f"derivative   = {x.grad.item():.6g}")',
      'print(f"error        = {error.item():.3g}")',
    ],
    [
      `value        = ${printed(value, '.6g')}`,
      `secant slope = ${printed(secantSlope, '.6g')}`,
      `derivative   = ${printed(derivative, '.6g')}`,
      `error        = ${printed(error, '.3g')}`,
    ],
  );
}
