import { argumentsOf } from '../core/check.ts';
import { RuntimeError } from '../core/errors.ts';
import { filled } from '../core/constant.ts';
import { stack } from '../ops/join.ts';
import type { Tensor } from '../core/tensor.ts';
import {
  type TensorFunction,
  type FunctionalOptions,
  type OneOrMany,
  differentiate,
  gradients,
  isMany,
  like,
  scalarOf,
} from './variables.ts';

const checkJacobian = argumentsOf('jacobian func:f inputs:M *createGraph:b');
const checkHessian = argumentsOf('hessian func:f inputs:M *createGraph:b');

/**
 * The Jacobian ∂f/∂x, one backward pass for each element of the result: bare for one input, for several a list in
 * their order. Zeros where `f` does not depend on an input.
 * Shapes: [...shape of the result, ...shape of the input].
 * Throws RuntimeError if an input is not floating or if `f` gives a list.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.autograd.functional.jacobian.html
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
  options?: FunctionalOptions,
): Tensor | Tensor[] {
  checkJacobian(f, inputs, options);
  const [result] = differentiate(inputs, options, (variables, createGraph) => {
    const output = f(...variables);
    if (isMany(output)) throw new RuntimeError('jacobian: f must return one tensor, got a list');
    return [like(inputs, blocksOf(output, variables, createGraph))];
  });
  return result as Tensor | Tensor[];
}

/** The Jacobian of one output for each of the variables. */
function blocksOf(output: Tensor, variables: readonly Tensor[], createGraph: boolean): Tensor[] {
  const flat = output.reshape(-1);
  const rows = Array.from({ length: output.numel() }, (_, i) =>
    gradients(flat.select(0, i), variables, createGraph),
  );
  return variables.map((variable, k) => {
    const shape = [...output.shape, ...variable.shape];
    if (rows.length === 0) return filled(shape, 0, variable.dtype);
    return stack(rows.map((row) => row[k] as Tensor)).reshape(shape);
  });
}

/**
 * The Hessian ∂²f/∂x² of a function with one element as its result: bare for one input, for several the blocks
 * `[i][j]` of ∂²f/∂xᵢ∂xⱼ.
 * Shapes: [...shape of the input, ...shape of the input].
 * Throws RuntimeError if an input is not floating or if `f` gives more than one element.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.autograd.functional.hessian.html
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
  options?: FunctionalOptions,
): Tensor | Tensor[][] {
  checkHessian(f, inputs, options);
  const blocks = differentiate(inputs, options, (variables, createGraph) => {
    const firsts = gradients(scalarOf('hessian', f(...variables)), variables, true);
    return firsts.map((first) => blocksOf(first, variables, createGraph));
  });
  return isMany(inputs) ? blocks : (blocks[0]?.[0] as Tensor);
}
