import {
  type Expression,
  type Point,
  compile,
  mayHaveKinkAt,
  oneSidedDerivatives,
} from '@calculus/expression';
import { type Shown, formatted } from './format.ts';
import { type OneSidedSlopes, kinkAt } from './one-sided.ts';

/** A derivative, and what PyTorch answers when it is asked for it. */
export interface Derivative {
  /** Null where there is none. */
  exact: number | null;
  /** By autograd: where there is no derivative, a convention. Null for what is not a number. */
  pytorch: number | null;
  /** The two one-sided slopes where they are not one finite number, null elsewhere. */
  kink: OneSidedSlopes | null;
}

/** Autograd and one-sided derivatives round differently; a convention is off by more. */
const rounding = 1e-12;

const same = (a: number, b: number): boolean =>
  Math.abs(a - b) <= rounding * (1 + Math.abs(a) + Math.abs(b));

const nowhere: Derivative = { exact: null, pytorch: null, kink: null };

/**
 * The derivative of t ↦ f(point + t direction) at t = 0, beside what autograd answers. Whether it exists
 * is read off the formula; where that cannot tell, secants of two lengths do.
 */
export function derivativeAlong(
  expression: Expression,
  point: Point,
  direction: Point,
  autograd: number,
): Derivative {
  if (!Number.isFinite(compile(expression)(point))) return nowhere;
  const pytorch = Number.isNaN(autograd) ? null : autograd;
  const answered = { exact: Number.isFinite(autograd) ? autograd : null, pytorch, kink: null };
  if (!mayHaveKinkAt(expression, point)) return answered;
  const sides = oneSidedDerivatives(expression, point, direction);
  if (sides === null) return { ...answered, ...measured(expression, point, direction, autograd) };
  const { left, right, agree } = sides;
  if (!agree || right === null) return { exact: null, pytorch, kink: { left, right } };
  return { ...answered, exact: pytorch !== null && same(right, pytorch) ? pytorch : right };
}

function measured(
  expression: Expression,
  point: Point,
  direction: Point,
  autograd: number,
): Pick<Derivative, 'exact' | 'kink'> {
  const kink = kinkAt(along(expression, point, direction), 0);
  if (kink === null) return { exact: Number.isFinite(autograd) ? autograd : null, kink };
  return { exact: null, kink: { left: trusted(kink.left), right: trusted(kink.right) } };
}

/** Of a slope that was measured with secants, three digits can be trusted. */
const trusted = (slope: number | null): number | null =>
  slope === null ? null : Number(slope.toPrecision(3));

function along(expression: Expression, point: Point, direction: Point): (t: number) => number {
  const f = compile(expression);
  return (t) => {
    const moved = Object.entries(point).map(([name, x]) => [name, x + t * (direction[name] ?? 0)]);
    return f(Object.fromEntries(moved) as Point);
  };
}

/** Whether what PyTorch answers is the derivative. */
export const isDerivative = ({ exact, pytorch }: Derivative): boolean =>
  exact !== null && exact === pytorch;

/** As a readout shows it: a number, or "none (PyTorch: 0)". Null where f has no value. */
export function derivativeShown(derivative: Derivative, defined: boolean): number | string | null {
  if (!defined) return null;
  return isDerivative(derivative)
    ? derivative.exact
    : butPyTorch(derivative.exact, derivative.pytorch);
}

/** "none (PyTorch: 0)": what there is, null for nothing, and what PyTorch answers instead. */
export const butPyTorch = (exact: Shown, pytorch: Shown): string =>
  `${exact === null ? 'none' : formatted(exact)} (PyTorch: ${answerWords(pytorch)})`;

/** What PyTorch answers, in words: null is its NaN. */
export const answerWords = (pytorch: Shown): string =>
  pytorch === null ? 'not a number' : formatted(pytorch);
