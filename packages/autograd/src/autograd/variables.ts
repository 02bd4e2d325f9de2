import { RuntimeError } from '../core/errors.ts';
import { enableGrad } from '../core/grad-mode.ts';
import { zerosLike } from '../core/constant.ts';
import type { Tensor } from '../core/tensor.ts';
import { grad } from './grad.ts';

/** One tensor or several, given back as they came. */
export type OneOrMany = Tensor | readonly Tensor[];

/** A function of tensors to differentiate: as many arguments as inputs, one tensor or several as its result. */
export type TensorFunction = (...inputs: Tensor[]) => OneOrMany;

/** Options of what is in `functional`. */
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

/** As many tensors as were given. */
export function like<Given extends OneOrMany>(given: Given, values: readonly Tensor[]): Given {
  return (isMany(given) ? values : values[0]) as Given;
}

/**
 * Runs `body` on fresh inputs to differentiate by. They are connected to the given ones, and the results to
 * the graph, only if a graph is to be created.
 */
export function differentiate<Results extends readonly OneOrMany[]>(
  inputs: OneOrMany,
  { createGraph = false }: FunctionalOptions = {},
  body: (variables: Tensor[], createGraph: boolean) => Results,
): Results {
  const fresh = (input: Tensor): Tensor =>
    createGraph && input.requiresGrad
      ? input.clone().view(input.shape)
      : input.detach().clone().requiresGrad_();
  const results = enableGrad(() => body(listOf(inputs).map(fresh), createGraph));
  if (createGraph) return results;
  return results.map((result) =>
    like(
      result,
      listOf(result).map((value) => value.detach()),
    ),
  ) as unknown as Results;
}

/** Gradients that are zero where an input is not used, cut from the graph unless it is wanted. */
export function gradients(
  output: Tensor,
  inputs: readonly Tensor[],
  createGraph: boolean,
  seed: Tensor | null = null,
): Tensor[] {
  const options = {
    gradOutputs: [seed],
    retainGraph: true,
    createGraph,
    allowUnused: true,
  } as const;
  const found = output.requiresGrad ? grad(output, inputs, options) : [];
  return inputs.map((input, i) => found[i] ?? zerosLike(input));
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
