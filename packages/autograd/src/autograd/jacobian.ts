import { RuntimeError } from '../core/errors.ts';
import { enableGrad } from '../core/grad-mode.ts';
import { zerosLike } from '../ops/constant.ts';
import { stack } from '../ops/join.ts';
import type { Tensor } from '../tensor.ts';
import {
  type TensorFunction,
  type FunctionalOptions,
  type OneOrMany,
  gradients,
  inputsFor,
  isMany,
  result,
  scalarOf,
} from './variables.ts';

/**
 * The Jacobian of `f` at `inputs`: for each output and input a tensor of shape
 * [...output shape, ...input shape]; bare if `f` gives and takes one tensor.
 * https://pytorch.org/docs/stable/generated/torch.autograd.functional.jacobian.html
 */
export function jacobian(f: TensorFunction, input: Tensor, options?: FunctionalOptions): Tensor;
export function jacobian(
  f: TensorFunction,
  inputs: readonly Tensor[],
  options?: FunctionalOptions,
): Tensor[];
export function jacobian(
  f: TensorFunction,
  inputs: OneOrMany,
  options?: FunctionalOptions,
): Tensor | Tensor[];
export function jacobian(
  f: TensorFunction,
  inputs: OneOrMany,
  { createGraph = false }: FunctionalOptions = {},
): Tensor | Tensor[] {
  return enableGrad(() => {
    const variables = inputsFor(inputs, createGraph);
    const output = f(...variables);
    if (isMany(output)) throw new RuntimeError('jacobian: f must return one tensor, got a list');
    const rows = jacobianRows(output, variables, createGraph);
    const blocks = variables.map((variable, i) => {
      const shape = [...output.shape, ...variable.shape];
      if (rows.length === 0)
        return zerosLike(variable)
          .expand([0, ...variable.shape])
          .reshape(shape);
      return result(stack(rows.map((row) => row[i] as Tensor)).reshape(shape), createGraph);
    });
    return isMany(inputs) ? blocks : (blocks[0] as Tensor);
  });
}

function jacobianRows(
  output: Tensor,
  variables: readonly Tensor[],
  createGraph: boolean,
): Tensor[][] {
  const flat = output.reshape(-1);
  return Array.from({ length: output.numel() }, (_, i) =>
    gradients(flat.select(0, i), variables, null, createGraph),
  );
}

/**
 * The Hessian of a scalar function at `inputs`: a tensor of shape [...input shape, ...input shape],
 * or for several inputs the blocks `[i][j]`.
 * https://pytorch.org/docs/stable/generated/torch.autograd.functional.hessian.html
 */
export function hessian(f: TensorFunction, input: Tensor, options?: FunctionalOptions): Tensor;
export function hessian(
  f: TensorFunction,
  inputs: readonly Tensor[],
  options?: FunctionalOptions,
): Tensor[][];
export function hessian(
  f: TensorFunction,
  inputs: OneOrMany,
  { createGraph = false }: FunctionalOptions = {},
): Tensor | Tensor[][] {
  return enableGrad(() => {
    const variables = inputsFor(inputs, createGraph);
    const firsts = gradients(scalarOf('hessian', f(...variables)), variables, null, true);
    const blocks = firsts.map((first, i) => {
      const rows = jacobianRows(first, variables, createGraph);
      const own = (variables[i] as Tensor).shape;
      return variables.map((variable, j) => {
        const stacked = stack(rows.map((row) => row[j] as Tensor));
        return result(stacked.reshape([...own, ...variable.shape]), createGraph);
      });
    });
    return isMany(inputs) ? blocks : (blocks[0]?.[0] as Tensor);
  });
}
