import { type Expression, parse } from '@calculus/expression';
import { requireFinite } from '../shared/finite.ts';
import { valueAt } from '../shared/formula.ts';
import { slopeAt } from '../shared/slope-at.ts';

export interface Secant {
  /** Negative where the second point lies to the left. */
  h: number;
  /** f(x + h) */
  ahead: number;
  /** (f(x + h) − f(x)) / h */
  slope: number;
}

export interface Slopes {
  expression: Expression;
  value: number;
  /** What autograd answers. */
  autograd: number;
  /** One, or the one to the right before the one to the left. */
  secants: Secant[];
}

const signs = { right: [1], left: [-1], both: [1, -1] } as const;

/** To which side the second point lies. */
export type Side = keyof typeof signs;

/** Where a function is measured: `h` is above 0, and to the left the second point is x − h. */
interface Measurement {
  f: string;
  x: number;
  h: number;
  side: Side;
}

/**
 * The numbers as PyTorch has them, infinities and NaN included. Throws ExpressionError for an
 * unreadable formula, RangeError for a step or a side that is none.
 */
export function slopes(measurement: Measurement): Slopes {
  requireFinite('secant-to-tangent', measurement);
  const { f, x, h, side } = measurement;
  if (h <= 0) throw new RangeError(`secant-to-tangent: h must be above 0, got ${String(h)}`);
  if (!Object.hasOwn(signs, side))
    throw new RangeError(`secant-to-tangent: side must be right, left or both, got ${side}`);
  const expression = parse(f, { variables: ['x'] });
  const { value, slope: autograd } = slopeAt(expression, x);
  const secants = signs[side].map((sign): Secant => {
    const ahead = valueAt(expression, { x: x + sign * h });
    return { h: sign * h, ahead, slope: (ahead - value) / (sign * h) };
  });
  return { expression, value, autograd, secants };
}
