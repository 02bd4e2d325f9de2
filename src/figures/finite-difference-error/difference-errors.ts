import { tensor } from '@calculus/autograd';
import {
  type Expression,
  type Precision,
  compileComplex,
  evaluate,
  parse,
  preciseDerivative,
  whyNotAnalytic,
} from '@calculus/expression';
import { at } from '../shared/at.ts';
import type { Derivative } from '../shared/derivative.ts';
import { requireFinite } from '../shared/finite.ts';

/** The spacing of the numbers next to 1. */
export const epsilons: Record<Precision, number> = { float32: 2 ** -23, float64: 2 ** -52 };

export const methods = ['forward', 'central', 'complexStep'] as const;
export type Method = (typeof methods)[number];

/** Distances from the exact derivative; null where there is none to measure. */
export interface DifferenceErrors {
  h: number;
  /** of (f(x + h) − f(x)) / h */
  forward: number | null;
  /** of (f(x + h) − f(x − h)) / 2h */
  central: number | null;
  /** of Im f(x + ih) / h */
  complexStep: number | null;
}

/** 1, 2 and 5 times every power of ten from 1e-16 to 1. */
export const steps: readonly number[] = [
  ...Array.from({ length: 16 }, (_, index) => 16 - index).flatMap((power) =>
    [1, 2, 5].map((digit) => Number(`${String(digit)}e-${String(power)}`)),
  ),
  1,
];

/** The errors for every step, all arithmetic in `dtype`, as a PyTorch tensor of that type does it. */
export function errorsOf(
  expression: Expression,
  x: number,
  dtype: Precision,
  exact: number,
): DifferenceErrors[] {
  const f = (positions: number[]) => evaluate(expression, { x: tensor(positions, { dtype }) });
  const round = dtype === 'float32' ? Math.fround : Number;
  const h = tensor([...steps], { dtype });
  const here = f(steps.map(() => x));
  const ahead = f(steps.map((step) => round(x + round(step))));
  const behind = f(steps.map((step) => round(x - round(step))));
  const forward = ahead.sub(here).div(h).tolist() as number[];
  const central = ahead.sub(behind).div(h.mul(2)).tolist() as number[];
  const complexStep = complexSlopes(expression, x, round);
  const error = (slopes: readonly number[], index: number) => Math.abs(at(slopes, index) - exact);
  return steps.map((step, index) => ({
    h: step,
    forward: error(forward, index),
    central: error(central, index),
    complexStep: complexStep && error(complexStep, index),
  }));
}

/** Null where f is not analytic. */
function complexSlopes(
  expression: Expression,
  x: number,
  round: (value: number) => number,
): number[] | null {
  if (whyNotAnalytic(expression) !== null) return null;
  const f = compileComplex(expression, round);
  return steps.map((step) => {
    const h = round(step);
    return round(f({ x: { re: x, im: h } }).im / h);
  });
}

export interface Best {
  h: number;
  error: number;
}

/** The step with the smallest error, the largest of several; null where no error is finite. */
export function bestOf(errors: readonly DifferenceErrors[], method: Method): Best | null {
  let best: Best | null = null;
  for (const row of errors) {
    const error = row[method];
    if (error === null || !Number.isFinite(error)) continue;
    if (best === null || error <= best.error) best = { h: row.h, error };
  }
  return best;
}

interface Setting {
  expression: Expression;
  /** As the chosen precision holds it. */
  x: number;
  dtype: Precision;
}

/** Throws ExpressionError for an unreadable formula, RangeError for other values that make no sense. */
export function readParams(params: { f: string; x: number; dtype: Precision }): Setting {
  requireFinite('finite-difference-error', params);
  const { f, x, dtype } = params;
  if (!Object.hasOwn(epsilons, dtype)) {
    const message = `finite-difference-error: dtype must be float32 or float64, got ${dtype}`;
    throw new RangeError(message);
  }
  const expression = parse(f, { variables: ['x'] });
  return { expression, x: dtype === 'float32' ? Math.fround(x) : x, dtype };
}

/**
 * f′(x), where it exists, from 31-digit arithmetic. That follows PyTorch's conventions, so where they do
 * not add up to the derivative, and where 31 digits fail, it is taken from the formula's two sides.
 */
export function exactDerivative(
  expression: Expression,
  x: number,
  { exact, pytorch }: Derivative,
): number {
  const precise = preciseDerivative(expression, x);
  const sides = exact ?? NaN;
  return Number.isNaN(precise) || sides !== pytorch ? sides : precise;
}
