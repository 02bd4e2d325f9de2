import { type Precision, compile, differentiate, whyNotAnalytic } from '@calculus/expression';
import type { Control, Range, Table } from '../shared/contract.ts';
import {
  type Best,
  type DifferenceErrors,
  bestOf,
  epsilons,
  errorsOf,
  exactDerivative,
  methods,
  readParams,
} from './difference-errors.ts';
import { functionsOfX } from '../shared/functions.ts';
import { decades } from '../shared/nice-range.ts';
import { type OneSidedSlopes, kinkAt } from '../shared/one-sided.ts';
import { printed } from '../shared/program.ts';

export interface Params {
  f: string;
  x: number;
  dtype: Precision;
}

export const defaults: Params = { f: 'x^3', x: 1, dtype: 'float64' };

export const controls = {
  f: { label: 'Function', symbol: 'f', options: functionsOfX, own: ['x'] },
  x: { label: 'Point x', symbol: 'x', min: -5, max: 5, step: 0.1, role: 'input' },
  dtype: {
    label: 'Precision',
    options: [
      { value: 'float32', label: 'float32, about 7 digits' },
      { value: 'float64', label: 'float64, about 16 digits' },
    ],
  },
} as const satisfies Record<keyof Params, Control>;

export interface Result {
  /** f′(x), rounded once from 31-digit arithmetic; all errors are distances from it. */
  exact: number | null;
  /** f′(x) by autograd in the chosen precision. */
  autograd: number | null;
  autogradError: number | null;
  /** The forward difference's best step and its error there. */
  bestH: number | null;
  bestError: number | null;
  /** The same for the central difference. */
  central: Best | null;
  /** The error of the complex step at the smallest h; null where f is not analytic. */
  complexStepError: number | null;
  /** Why there is no complex step, or null where there is one. */
  notAnalytic: string | null;
  /** The spacing of the numbers next to 1. */
  epsilon: number;
  /** Where theory puts the best steps: √ε for forward, ∛ε for central differences. */
  predicted: { forward: number; central: number };
  kink: OneSidedSlopes | null;
  /** An error for every h; exactly zero where the difference hits the derivative. */
  errors: DifferenceErrors[];
  /** Bounds of the log axes. Errors of zero have no place on them. */
  errorRange: Range;
  stepRange: Range;
}

/** The errors of three difference formulas and of autograd, each in the chosen precision. */
export function run(params: Params): Result {
  const { expression, x, dtype } = readParams(params);
  const f = compile(expression);
  const exact = exactDerivative(expression, x);
  const errors = Number.isFinite(exact) ? errorsOf(expression, x, dtype, exact).map(known) : [];
  const forward = bestOf(errors, 'forward');
  const slope = differentiate(expression, { x }, dtype).gradient['x'] ?? NaN;
  const autograd = Number.isFinite(exact) ? orNull(slope) : null;
  return {
    exact: orNull(exact),
    autograd,
    autogradError: autograd === null ? null : Math.abs(autograd - exact),
    bestH: forward?.h ?? null,
    bestError: forward?.error ?? null,
    central: bestOf(errors, 'central'),
    complexStepError: errors[0]?.complexStep ?? null,
    notAnalytic: whyNotAnalytic(expression),
    epsilon: epsilons[dtype],
    predicted: { forward: Math.sqrt(epsilons[dtype]), central: Math.cbrt(epsilons[dtype]) },
    kink: kinkAt((place) => f({ x: place }), x),
    errors,
    errorRange: decades(errors.flatMap((row) => methods.map((method) => row[method] ?? 0))),
    stepRange: { min: 1e-16, max: 1 },
  };
}

/** What is not a number cannot be drawn. */
function known(row: DifferenceErrors): DifferenceErrors {
  return {
    h: row.h,
    forward: orNull(row.forward ?? NaN),
    central: orNull(row.central ?? NaN),
    complexStep: orNull(row.complexStep ?? NaN),
  };
}

function orNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

const words = (value: number) => printed(value, '.3g');

/** Which method comes how close, in words. */
export function describe({ f, x, dtype }: Params, result: Result): string {
  const { exact, autogradError, bestH, bestError, central, kink } = result;
  if (exact === null || autogradError === null)
    return `The derivative of ${f} at x = ${words(x)} does not exist, so there is no error to measure.`;
  if (kink)
    return `${f} has a kink at x = ${words(x)}: there is no derivative to approximate. Errors are distances from ${words(exact)}, which PyTorch answers.`;
  if (bestH === null || bestError === null || central === null)
    return `${f} is not defined around x = ${words(x)}, so no difference can be taken.`;
  const differences =
    `In ${dtype} the forward difference comes closest at h = ${words(bestH)}, ${off(bestError)}; ` +
    `the central one at h = ${words(central.h)}, ${off(central.error)}.`;
  return `${differences} ${complexWords(result)} Autograd needs no h and is ${off(autogradError)}.`;
}

function complexWords({ notAnalytic, complexStepError }: Result): string {
  if (notAnalytic !== null) return `There is no complex step: ${notAnalytic}.`;
  return complexStepError === null
    ? 'The complex step does not exist here.'
    : `The complex step at h = 1e-16 is ${off(complexStepError)}.`;
}

function off(error: number): string {
  return error === 0 ? 'exactly right' : `off by ${words(error)}`;
}

export function tables({ dtype }: Params, { errors }: Result): Table[] {
  return [
    {
      caption: `Error of each method for every h, in ${dtype}; zeros have no place on a log scale`,
      columns: ['h', 'Forward', 'Central', 'Complex step'],
      rows: errors.map((row) => [row.h, row.forward, row.central, row.complexStep]),
    },
  ];
}
