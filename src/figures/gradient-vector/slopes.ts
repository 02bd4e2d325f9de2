import { type Expression, parse } from '@calculus/expression';
import type { Position } from '../shared/contract.ts';
import {
  type Partials,
  along,
  directionalSlope,
  isDifferentiable,
  partialsAt,
} from '../shared/directional.ts';
import { requireFinite } from '../shared/finite.ts';

export interface Slopes {
  expression: Expression;
  partials: Partials;
  /** The partial derivatives give the slope in every direction. */
  differentiable: boolean;
  /** What the gradient that PyTorch answers makes of length and slope, infinities and NaN included. */
  pytorch: { norm: number; directional: number };
}

/** Gradient and slopes at a point. Throws ExpressionError. */
export function slopes(params: { f: string; x: number; y: number; angle: number }): Slopes {
  requireFinite('gradient-vector', params);
  const expression = parse(params.f, { variables: ['x', 'y'] });
  const partials = partialsAt(expression, params);
  const { dfdx, dfdy } = partials.autograd;
  return {
    expression,
    partials,
    differentiable: isDifferentiable(expression, params, partials),
    pytorch: { norm: Math.hypot(dfdx, dfdy), directional: along(dfdx, dfdy, params.angle) },
  };
}

/** The slope towards an angle: that of the gradient where there is one, else of a step to that side. */
export function slopeTowards(
  { expression, partials, differentiable }: Slopes,
  point: Position,
  angle: number,
): number | null {
  const { x, y } = partials;
  if (differentiable && x.exact !== null && y.exact !== null) return along(x.exact, y.exact, angle);
  return directionalSlope(expression, point, partials, angle);
}
