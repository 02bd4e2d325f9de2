import { type Expression, parse } from '@calculus/expression';
import { requireFinite } from '../shared/finite.ts';
import { valueAt } from '../shared/formula.ts';
import { slopeAt } from '../shared/slope-at.ts';

export interface Slopes {
  expression: Expression;
  value: number;
  /** f(x + h) */
  ahead: number;
  secantSlope: number;
  derivative: number;
  error: number;
}

/**
 * The numbers as PyTorch has them, infinities and NaN included. Throws ExpressionError for an
 * unreadable formula, RangeError for a step that is none.
 */
export function slopes(params: { f: string; x: number; h: number }): Slopes {
  requireFinite('secant-to-tangent', params);
  const { f, x, h } = params;
  if (h <= 0) throw new RangeError(`secant-to-tangent: h must be above 0, got ${String(h)}`);
  const expression = parse(f, { variables: ['x'] });
  const { value, slope: derivative } = slopeAt(expression, x);
  const ahead = valueAt(expression, { x: x + h });
  const secantSlope = (ahead - value) / h;
  const error = Math.abs(secantSlope - derivative);
  return { expression, value, ahead, secantSlope, derivative, error };
}
