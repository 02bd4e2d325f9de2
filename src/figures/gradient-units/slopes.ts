import { type Tensor, enableGrad, grad, tensor } from '@calculus/autograd';
import { type Expression, evaluate, parse } from '@calculus/expression';
import type { Position } from '../shared/contract.ts';
import { type Derivative, isDerivative } from '../shared/derivative.ts';
import { isDifferentiable, partialsAt } from '../shared/directional.ts';
import { orNull, requireFinite } from '../shared/finite.ts';

export interface Settings extends Position {
  f: string;
  unit: number;
}

/** What PyTorch answers at a point, infinities and NaN included, in float64. */
export interface Answers {
  expression: Expression;
  value: number;
  dfdx: number;
  dfdy: number;
  /** With respect to v, where y = unit · v. */
  dfdv: number;
}

/** The slopes in x, y and v, each by autograd: y is computed from v. Throws ExpressionError. */
export function answersAt(params: Settings): Answers {
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

/** The derivatives there are, each beside PyTorch's answer. */
export interface Slopes {
  x: Derivative;
  y: Derivative;
  v: Derivative;
  /** They give the slope in every direction. */
  differentiable: boolean;
}

export function slopesAt(params: Settings, { expression, dfdx, dfdy, dfdv }: Answers): Slopes {
  const partials = partialsAt(expression, params);
  const inUnits = { ...partials.y, exact: scaled(partials.y.exact, params.unit) };
  return {
    x: answered(partials.x, isDerivative(partials.x), dfdx),
    y: answered(partials.y, isDerivative(partials.y), dfdy),
    v: answered(inUnits, isDerivative(partials.y), dfdv),
    differentiable: isDifferentiable(expression, params, partials),
  };
}

const scaled = (slope: number | null, unit: number): number | null =>
  slope === null ? null : unit * slope;

/** With autograd's number where that is the derivative: y, computed from v, may be rounded. */
const answered = (derivative: Derivative, right: boolean, autograd: number): Derivative => {
  const pytorch = Number.isNaN(autograd) ? null : autograd;
  return { ...derivative, exact: right ? orNull(autograd) : derivative.exact, pytorch };
};

/**
 * The step against (dfdx, dfdv), of length 1 where v is measured, as a change of x and of y = unit · v;
 * null where there is no such direction.
 */
export function downhill(dfdx: number | null, dfdv: number | null, unit: number): Position | null {
  if (dfdx === null || dfdv === null) return null;
  const length = Math.hypot(dfdx, dfdv);
  if (!Number.isFinite(length) || length === 0) return null;
  return { x: -dfdx / length, y: (-unit * dfdv) / length };
}
