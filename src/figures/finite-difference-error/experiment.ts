import { type Precision, whyNotAnalytic } from '@calculus/expression';
import type { Control, Range } from '../shared/contract.ts';
import { type Derivative, derivativeAlong } from '../shared/derivative.ts';
import { orNull } from '../shared/finite.ts';
import { functionsOfX } from '../shared/functions.ts';
import { decades } from '../shared/nice-range.ts';
import { slopeAt } from '../shared/slope-at.ts';
import {
  type Best,
  type DifferenceErrors,
  bestOf,
  epsilons,
  errorsOf,
  exactDerivative,
  methods,
  readParams,
  steps,
} from './difference-errors.ts';

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
  /** f′(x), rounded once from 31-digit arithmetic; null where it does not exist. */
  exact: number | null;
  /** All errors are distances from it: f′(x), or what PyTorch answers where that does not exist. */
  reference: number | null;
  /** f′(x) beside what autograd answers in the chosen precision. */
  answer: Derivative;
  autogradError: number | null;
  /** The forward difference's best step and its error there. */
  bestH: number | null;
  bestError: number | null;
  /** The same for the central difference. */
  central: Best | null;
  /** The error of the complex step at the smallest h; null where f is not analytic. */
  complexStepError: number | null;
  /** f can be evaluated off the real line, so that there is a complex step. */
  analytic: boolean;
  /** The spacing of the numbers next to 1. */
  epsilon: number;
  /** Where theory puts the best steps: √ε for forward, ∛ε for central differences. */
  predicted: { forward: number; central: number };
  /** An error for every h; exactly zero where the difference hits the derivative. */
  errors: DifferenceErrors[];
  /** Bounds of the log axes. Errors of zero have no place on them. */
  errorRange: Range;
  stepRange: Range;
}

/** The errors of three difference formulas and of autograd, each in the chosen precision. */
export function run(params: Params): Result {
  const { expression, x, dtype } = readParams(params);
  const autograd = slopeAt(expression, x, dtype).slope;
  const answer = derivativeAlong(expression, { x }, { x: 1 }, autograd);
  const exact = answer.exact === null ? null : orNull(exactDerivative(expression, x, answer));
  const reference = exact ?? (answer.kink === null ? null : orNull(autograd));
  const errors = reference === null ? [] : errorsOf(expression, x, dtype, reference).map(known);
  const forward = exact === null ? null : bestOf(errors, 'forward');
  const epsilon = epsilons[dtype];
  return {
    exact,
    reference,
    answer,
    autogradError: exact === null ? null : orNull(Math.abs(autograd - exact)),
    bestH: forward?.h ?? null,
    bestError: forward?.error ?? null,
    central: exact === null ? null : bestOf(errors, 'central'),
    complexStepError: errors[0]?.complexStep ?? null,
    analytic: whyNotAnalytic(expression) === null,
    epsilon,
    predicted: { forward: Math.sqrt(epsilon), central: Math.cbrt(epsilon) },
    errors,
    errorRange: decades([
      ...errors.flatMap((row) => methods.map((method) => row[method])),
      // Distances of exactly 1, from |x| at 0, stand in the middle and not on the edge.
      ...(exact === null ? [0.1] : []),
    ]),
    stepRange: decades(steps),
  };
}

/** What is not a number cannot be drawn. */
function known(row: DifferenceErrors): DifferenceErrors {
  return {
    h: row.h,
    forward: finite(row.forward),
    central: finite(row.central),
    complexStep: finite(row.complexStep),
  };
}

const finite = (error: number | null): number | null => (error === null ? null : orNull(error));
