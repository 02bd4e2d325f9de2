import { RuntimeError } from '../core/errors.ts';
import { zerosLike } from '../ops/constant.ts';
import { clone } from '../ops/convert.ts';
import type { Tensor } from '../tensor.ts';
import { grad } from './grad.ts';

/** One tensor or several, given back as they came. */
export type OneOrMany = Tensor | readonly Tensor[];

export type TensorFunction = (...inputs: Tensor[]) => OneOrMany;

export interface FunctionalOptions {
  /** Records the result too, so that it can be differentiated. */
  createGraph?: boolean;
}

export function isMany(value: OneOrMany): value is readonly Tensor[] {
  return Array.isArray(value);
}

export function listOf(value: OneOrMany): readonly Tensor[] {
  return isMany(value) ? value : [value];
}

/** Fresh inputs to differentiate by: connected to the given ones only if a graph is to be created. */
export function inputsFor(inputs: OneOrMany, createGraph: boolean): Tensor[] {
  return listOf(inputs).map((input) =>
    createGraph && input.requiresGrad
      ? clone(input).view(input.shape)
      : clone(input.detach()).requiresGrad_(),
  );
}

/** Gradients that are zero where an input is not used, cut from the graph unless it is wanted. */
export function gradients(
  output: Tensor,
  inputs: readonly Tensor[],
  seed: Tensor | null,
  createGraph: boolean,
): Tensor[] {
  if (!output.requiresGrad) return inputs.map((input) => zerosLike(input));
  const found = grad(output, inputs, {
    gradOutputs: [seed],
    retainGraph: true,
    createGraph,
    allowUnused: true,
  });
  return found.map((gradient, i) => gradient ?? zerosLike(inputs[i] as Tensor));
}

export function result(value: Tensor, createGraph: boolean): Tensor {
  return createGraph ? value : value.detach();
}

/** The one element that `f` must return, checked. */
export function scalarOf(name: string, output: OneOrMany): Tensor {
  if (isMany(output) || output.numel() !== 1) {
    throw new RuntimeError(
      `The Tensor returned by the function given to ${name} should contain a single element`,
    );
  }
  return output.reshape([]);
}
