import { type Tensor, cos, functional, sin, stack, tensor } from '@calculus/autograd';

/** The notebook's function from two numbers to three: (x₀² + x₁, x₀x₁, sin x₀ + cos x₁). */
export function vectorFunction(x: Tensor): Tensor {
  const x0 = x.select(0, 0);
  const x1 = x.select(0, 1);
  return stack([x0.pow(2).add(x1), x0.mul(x1), sin(x0).add(cos(x1))]);
}

/** Its definition in Python, as the programs of the figures have it. */
export const vectorFunctionInPython: readonly string[] = [
  'def vector_function(x):',
  '    return torch.stack(',
  '        [x[0] ** 2 + x[1], x[0] * x[1], torch.sin(x[0]) + torch.cos(x[1])]',
  '    )',
];

export interface VectorJacobian {
  output: number[];
  /** [3, 2]: row i is the gradient of output i. */
  jacobian: number[][];
}

/** Output and Jacobian at a point, in float32 as in the notebook. */
export function vectorJacobian(x0: number, x1: number): VectorJacobian {
  const x = tensor([x0, x1]);
  return {
    output: vectorFunction(x).tolist() as number[],
    jacobian: functional.jacobian(vectorFunction, x).tolist() as number[][],
  };
}
