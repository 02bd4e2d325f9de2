import { type Tensor, enableGrad, grad, tensor } from '@calculus/autograd';
import { type Expression, evaluate, parse } from '@calculus/expression';
import type { Position } from '../shared/contract.ts';
import { requireFinite } from '../shared/finite.ts';

/** Slopes of f at a point, infinities and NaN included, in float64. */
export interface Slopes {
  expression: Expression;
  value: number;
  dfdx: number;
  dfdy: number;
  /** With respect to v, where y = unit · v. */
  dfdv: number;
}

/** The slopes of f in x, y and v, each by autograd: y is computed from v. Throws ExpressionError. */
export function slopesAt(params: Position & { f: string; unit: number }): Slopes {
  requireFinite('gradient-units', params);
  const expression = parse(params.f, { variables: ['x', 'y'] });
  return enableGrad(() => {
    const x = leaf(params.x);
    const v = leaf(params.y / params.unit);
    const y = v.mul(params.unit);
    const value = evaluate(expression, { x, y });
    const slope = (by: Tensor): number => {
      if (!value.requiresGrad) return 0;
      const [found] = grad(value, by, { allowUnused: true, retainGraph: true });
      return found?.item() ?? 0;
    };
    return { expression, value: value.item(), dfdx: slope(x), dfdy: slope(y), dfdv: slope(v) };
  });
}

const leaf = (value: number): Tensor => tensor(value, { dtype: 'float64', requiresGrad: true });

/**
 * The step against (∂f/∂x, ∂f/∂v), of length 1 where v is measured, as a change of x and of y = unit · v;
 * null where there is no such direction.
 */
export function downhill({ dfdx, dfdv }: Slopes, unit: number): Position | null {
  const length = Math.hypot(dfdx, dfdv);
  if (!Number.isFinite(length) || length === 0) return null;
  return { x: -dfdx / length, y: (-unit * dfdv) / length };
}
