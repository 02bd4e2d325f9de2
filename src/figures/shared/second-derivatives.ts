import { type Tensor, functional, linalg, tensor } from '@calculus/autograd';
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
  const here = tensor(Object.values(point), { dtype: 'float64' });
  const f = (x: Tensor) =>
    evaluate(expression, Object.fromEntries(names.map((name, index) => [name, x.at(index)])));
  const hessian = functional.hessian(f, here);
  const eigenvalues = linalg.eigvalsh(hessian).tolist() as number[];
  return {
    value: f(here).item(),
    gradient: functional.jacobian(f, here).tolist() as number[],
    hessian: hessian.tolist() as number[][],
    eigenvalues,
    ratio: at(eigenvalues, -1) / at(eigenvalues, 0),
  };
}
