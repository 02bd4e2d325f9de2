import {
  type Tensor,
  enableGrad,
  grad,
  linalg,
  stack,
  tensor,
  zerosLike,
} from '@calculus/autograd';
import { evaluate, parse } from '@calculus/expression';
import { at } from './at.ts';

export interface SecondDerivatives {
  value: number;
  gradient: number[];
  hessian: number[][];
  /** Of H, ascending. */
  eigenvalues: number[];
  /** The largest eigenvalue divided by the smallest. */
  ratio: number;
}

/** A formula's value, gradient and Hessian at a point, in float64, by differentiating twice. */
export function secondDerivatives(
  formula: string,
  point: Readonly<Record<string, number>>,
): SecondDerivatives {
  const names = Object.keys(point);
  const expression = parse(formula, { variables: names });
  const here = tensor(Object.values(point), { dtype: 'float64', requiresGrad: true });
  const { value, gradient, hessian } = enableGrad(() => {
    const value = evaluate(
      expression,
      Object.fromEntries(names.map((name, index) => [name, here.at(index)])),
    );
    const gradient = slope(value, here);
    const rows = names.map((_, index) => slope(gradient.at(index), here));
    return { value, gradient, hessian: stack(rows).detach() };
  });
  const eigenvalues = linalg.eigvalsh(hessian).tolist() as number[];
  return {
    value: value.item(),
    gradient: gradient.tolist() as number[],
    hessian: hessian.tolist() as number[][],
    eigenvalues,
    ratio: at(eigenvalues, -1) / at(eigenvalues, 0),
  };
}

/** Recorded, so that it can be differentiated again; zeros where nothing leads to x. */
const slope = (value: Tensor, x: Tensor): Tensor =>
  (value.requiresGrad
    ? grad(value, [x], { createGraph: true, allowUnused: true })[0]
    : undefined) ?? zerosLike(x);
