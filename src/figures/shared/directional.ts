import { type Expression, derivativeTowards, mayHaveKinkAt } from '@calculus/expression';
import type { Position } from './contract.ts';
import { type Derivative, derivativeAlong } from './derivative.ts';
import { direction } from './direction.ts';
import { gradientAt } from './slope-at.ts';

/** Both partial derivatives of f at a point, each beside what PyTorch answers. */
export interface Partials {
  value: number;
  x: Derivative;
  y: Derivative;
  /** As autograd has them, infinities and NaN included. */
  autograd: { dfdx: number; dfdy: number };
}

export function partialsAt(expression: Expression, point: Position): Partials {
  const { value, ...autograd } = gradientAt(expression, point);
  const coordinates = { x: point.x, y: point.y };
  return {
    value,
    x: derivativeAlong(expression, coordinates, { x: 1, y: 0 }, autograd.dfdx),
    y: derivativeAlong(expression, coordinates, { x: 0, y: 1 }, autograd.dfdy),
    autograd,
  };
}

/** (a, b) · (cos θ, sin θ), exact along the axes. */
export function along(a: number, b: number, angle: number): number {
  const { x, y } = direction(angle);
  return (x === 0 ? 0 : a * x) + (y === 0 ? 0 : b * y);
}

/**
 * How steeply f rises as a step is taken from the point in a direction, in degrees: the one-sided
 * derivative. Where the formula does not tell, what the partial derivatives make of it. Null where
 * there is none or it has no bound.
 */
export function directionalSlope(
  expression: Expression,
  point: Position,
  partials: Partials,
  angle: number,
): number | null {
  if (!Number.isFinite(partials.value)) return null;
  const { x, y } = direction(angle);
  const slope = derivativeTowards(expression, { x: point.x, y: point.y }, { x, y });
  if (slope !== null) return finite(slope ?? NaN);
  const linear = along(partials.x.exact ?? NaN, partials.y.exact ?? NaN, angle);
  return finite(linear);
}

const finite = (slope: number): number | null => (Number.isFinite(slope) ? slope + 0 : null);

const angles: readonly number[] = Array.from({ length: 24 }, (_, index) => index * 15);

/** Formula and partial derivatives round differently; at a kink they are apart by more. */
const rounding = 1e-9;

/** Whether the partial derivatives give the slope in every direction that is tried. */
export function isDifferentiable(
  expression: Expression,
  point: Position,
  partials: Partials,
): boolean {
  const a = partials.x.exact;
  const b = partials.y.exact;
  if (a === null || b === null) return false;
  if (!mayHaveKinkAt(expression, { x: point.x, y: point.y })) return true;
  const tolerance = rounding * (1 + Math.abs(a) + Math.abs(b));
  return angles.every((angle) => {
    const slope = directionalSlope(expression, point, partials, angle);
    return slope !== null && Math.abs(slope - along(a, b, angle)) <= tolerance;
  });
}
