import { type Tensor, enableGrad, grad, stack, tensor } from '@calculus/autograd';
import type { Position } from '../shared/contract.ts';

/** The quadratic ½(a x² + b y² + c xy). */
export interface Quadratic {
  a: number;
  b: number;
  c: number;
}

/** Its value at a point [2], through autograd. */
export function lossOf({ a, b, c }: Quadratic, point: Tensor): Tensor {
  const x = point.at(0);
  const y = point.at(1);
  return x.pow(2).mul(a).add(y.pow(2).mul(b)).add(x.mul(c).mul(y)).mul(0.5);
}

/** Its value in float64, for pictures. */
export const heightOf =
  ({ a, b, c }: Quadratic) =>
  ({ x, y }: Position): number =>
    (a * x * x + b * y * y + c * x * y) / 2;

export interface SecondOrder {
  loss: Tensor;
  gradient: Tensor;
  hessian: Tensor;
}

/**
 * Loss, gradient [2] and Hessian [2, 2] in float32, the notebook's way: one backward pass with a
 * graph of its own, then one for each row of H.
 */
export function differentiateTwice(quadratic: Quadratic, { x, y }: Position): SecondOrder {
  return enableGrad(() => {
    const point = tensor([x, y], { requiresGrad: true });
    const loss = lossOf(quadratic, point);
    const [gradient] = grad(loss, point, { createGraph: true }) as [Tensor];
    const rows = [0, 1].map((row) => grad(gradient.at(row), point, { retainGraph: true })[0]);
    return { loss, gradient: gradient.detach(), hessian: stack(rows as Tensor[]) };
  });
}
