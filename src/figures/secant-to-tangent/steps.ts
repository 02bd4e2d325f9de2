import { tensor } from '@calculus/autograd';
import { type Expression, evaluate } from '@calculus/expression';
import { at } from '../shared/at.ts';
import type { Position } from '../shared/contract.ts';
import { orNull } from '../shared/finite.ts';

interface SecantNumbers {
  slope: number | null;
  /** Null where it is zero, too: it has no place on a log scale. */
  error: number | null;
}

/** The secants from x to x + h and from x to x − h. */
export interface StepRow {
  h: number;
  right: SecantNumbers;
  left: SecantNumbers;
}

/** 1, 2 and 5 times every power of ten from the slider's one end to the other. */
export const steps: readonly number[] = [-6, -5, -4, -3, -2, -1, 0].flatMap((power) =>
  [1, 2, 5].map((digit) => Number(`${String(digit)}e${String(power)}`)).filter((step) => step <= 2),
);

/** All steps at once, through the same operations as the slopes themselves. */
export function secantsOfAllSteps(
  expression: Expression,
  here: Position,
  derivative: number | null,
): StepRow[] {
  const right = slopesOf(expression, here, 1);
  const left = slopesOf(expression, here, -1);
  const numbers = (slope: number): SecantNumbers => ({
    slope: orNull(slope),
    error: derivative === null ? null : orNull(Math.abs(slope - derivative)) || null,
  });
  return steps.map((h, index) => ({
    h,
    right: numbers(at(right, index)),
    left: numbers(at(left, index)),
  }));
}

function slopesOf(expression: Expression, here: Position, sign: 1 | -1): number[] {
  const h = tensor(
    steps.map((step) => sign * step),
    { dtype: 'float64' },
  );
  return evaluate(expression, { x: h.add(here.x) })
    .sub(here.y)
    .div(h)
    .tolist() as number[];
}
