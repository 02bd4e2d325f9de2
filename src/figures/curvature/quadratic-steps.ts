import { type Tensor, linalg, tensor } from '@calculus/autograd';
import type { Position } from '../shared/contract.ts';
import type { PrincipalAxes } from './principal-axes.ts';
import { type Quadratic, type SecondOrder, lossOf } from './quadratic.ts';

/** A step and where it leads. */
export interface Step {
  by: Position;
  to: Position;
  /** At its end. */
  loss: number;
}

export interface GradientStep extends Step {
  /** η in the step −η g. */
  rate: number;
}

/** −H⁻¹g, in float32. H must not be singular. */
export function newtonStep(
  quadratic: Quadratic,
  from: Position,
  { gradient, hessian }: SecondOrder,
): Step {
  return step(quadratic, from, linalg.solve(hessian, gradient).neg());
}

/**
 * −η g at the fixed rate that serves a bowl best, 2/(λmin + λmax), else at 1/|λ|max, in float32; null
 * where the gradient is zero.
 */
export function gradientStep(
  quadratic: Quadratic,
  from: Position,
  { gradient }: SecondOrder,
  [{ eigenvalue: low }, { eigenvalue: high }]: PrincipalAxes['axes'],
): GradientStep | null {
  if (gradient.dot(gradient).item() === 0) return null;
  const rate = low > 0 ? 2 / (low + high) : 1 / Math.max(-low, high);
  return { ...step(quadratic, from, gradient.mul(-rate)), rate };
}

function step(quadratic: Quadratic, { x, y }: Position, way: Tensor): Step {
  const [dx, dy] = way.tolist() as [number, number];
  const loss = lossOf(quadratic, tensor([x, y]).add(way)).item();
  // Adding zero takes the sign from a zero.
  return { by: { x: dx + 0, y: dy + 0 }, to: { x: x + dx, y: y + dy }, loss };
}
