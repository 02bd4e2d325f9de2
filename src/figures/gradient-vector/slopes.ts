import { type Expression, parse } from '@calculus/expression';
import { direction } from '../shared/direction.ts';
import { requireFinite } from '../shared/finite.ts';
import { gradientAt } from '../shared/slope-at.ts';

export interface Slopes {
  expression: Expression;
  value: number;
  dfdx: number;
  dfdy: number;
  norm: number;
  /** The slope in the chosen direction. */
  directional: number;
}

/** Gradient and slope as PyTorch has them, infinities and NaN included. Throws ExpressionError. */
export function slopes(params: { f: string; x: number; y: number; angle: number }): Slopes {
  requireFinite('gradient-vector', params);
  const expression = parse(params.f, { variables: ['x', 'y'] });
  const { value, dfdx, dfdy } = gradientAt(expression, params);
  const norm = Math.hypot(dfdx, dfdy);
  const directional = along(dfdx, dfdy, params.angle);
  return { expression, value, dfdx, dfdy, norm, directional };
}

/** ∇f · (cos θ, sin θ), exact along the axes. */
export function along(dfdx: number, dfdy: number, angle: number): number {
  const { x, y } = direction(angle);
  return (x === 0 ? 0 : dfdx * x) + (y === 0 ? 0 : dfdy * y);
}
