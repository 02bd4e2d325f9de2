import { RuntimeError } from '../core/errors.ts';
import { enableGrad } from '../core/grad-mode.ts';
import { sameShape } from '../core/shape.ts';
import { onesLike, zerosLike } from '../ops/constant.ts';
import { clone } from '../ops/convert.ts';
import { stack } from '../ops/join.ts';
import type { Tensor } from '../tensor.ts';
import { grad } from './grad.ts';

/** One tensor or several, given back as they came. */
export type OneOrMany = Tensor | readonly Tensor[];

type Function = (...inputs: Tensor[]) => OneOrMany;

export interface FunctionalOptions {
  /** Records the result too, so that it can be differentiated. */
  createGraph?: boolean;
}

function isMany(value: OneOrMany): value is readonly Tensor[] {
  return Array.isArray(value);
}

function listOf(value: OneOrMany): readonly Tensor[] {
  return isMany(value) ? value : [value];
}

/** Fresh inputs to differentiate by: connected to the given ones only if a graph is to be created. */
function inputsFor(inputs: OneOrMany, createGraph: boolean): Tensor[] {
  return listOf(inputs).map((input) =>
    createGraph && input.requiresGrad
      ? clone(input).view(input.shape)
      : clone(input.detach()).requiresGrad_(),
  );
}

/** Gradients that are zero where an input is not used, cut from the graph unless it is wanted. */
function gradients(
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

function result(value: Tensor, createGraph: boolean): Tensor {
  return createGraph ? value : value.detach();
}

/**
 * The Jacobian of `f` at `inputs`: for each output and input a tensor of shape
 * [...output shape, ...input shape]; bare if `f` gives and takes one tensor.
 * https://pytorch.org/docs/stable/generated/torch.autograd.functional.jacobian.html
 */
export function jacobian(f: Function, input: Tensor, options?: FunctionalOptions): Tensor;
export function jacobian(
  f: Function,
  inputs: readonly Tensor[],
  options?: FunctionalOptions,
): Tensor[];
export function jacobian(
  f: Function,
  inputs: OneOrMany,
  options?: FunctionalOptions,
): Tensor | Tensor[];
export function jacobian(
  f: Function,
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

/** The one element that `f` must return, checked. */
function scalarOf(name: string, output: OneOrMany): Tensor {
  if (isMany(output) || output.numel() !== 1) {
    throw new RuntimeError(
      `The Tensor returned by the function given to ${name} should contain a single element`,
    );
  }
  return output.reshape([]);
}

/**
 * The Hessian of a scalar function at `inputs`: a tensor of shape [...input shape, ...input shape],
 * or for several inputs the blocks `[i][j]`.
 * https://pytorch.org/docs/stable/generated/torch.autograd.functional.hessian.html
 */
export function hessian(f: Function, input: Tensor, options?: FunctionalOptions): Tensor;
export function hessian(
  f: Function,
  inputs: readonly Tensor[],
  options?: FunctionalOptions,
): Tensor[][];
export function hessian(
  f: Function,
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

/** Directions to multiply by, given or, for one element, 1. */
function directions(name: string, v: OneOrMany | undefined, like: readonly Tensor[]): Tensor[] {
  if (v === undefined) {
    if (like.length === 1 && like[0]?.numel() === 1) return [onesLike(like[0])];
    throw new RuntimeError(
      `The vector v can only be None if the user-provided function returns a single Tensor with a single element.`,
    );
  }
  return listOf(v).map((direction, i) => {
    const { shape } = like[i] as Tensor;
    if (sameShape(direction.shape, shape)) return direction;
    throw new RuntimeError(
      `${name}: v has invalid size: should be [${shape.join(', ')}] but got [${direction.shape.join(', ')}]`,
    );
  });
}

function like<Given extends OneOrMany>(given: Given, values: Tensor[]): Given {
  return (isMany(given) ? values : (values[0] as Tensor)) as Given;
}

/** f(inputs) and vᵀJ, by one backward pass. v has the shape of the output. */
export function vjp<Given extends OneOrMany>(
  f: Function,
  inputs: Given,
  v?: OneOrMany,
  { createGraph = false }: FunctionalOptions = {},
): [output: OneOrMany, product: Given] {
  return enableGrad(() => {
    const variables = inputsFor(inputs, createGraph);
    const outputs = f(...variables);
    const seeds = directions('vjp', v, listOf(outputs));
    const total = listOf(outputs)
      .map((output, i) => output.mul(seeds[i] as Tensor).sum())
      .reduce((a, b) => a.add(b));
    const products = gradients(total, variables, null, createGraph);
    return [
      detached(outputs, createGraph),
      like(
        inputs,
        products.map((p) => result(p, createGraph)),
      ),
    ];
  });
}

function detached(outputs: OneOrMany, createGraph: boolean): OneOrMany {
  return isMany(outputs)
    ? outputs.map((output) => result(output, createGraph))
    : result(outputs, createGraph);
}

/** f(inputs) and J v, by two backward passes: uᵀJ is linear in u, and its own gradient is J. */
export function jvp(
  f: Function,
  inputs: OneOrMany,
  v?: OneOrMany,
  { createGraph = false }: FunctionalOptions = {},
): [output: OneOrMany, product: OneOrMany] {
  return enableGrad(() => {
    const variables = inputsFor(inputs, createGraph);
    const vectors = directions('jvp', v, variables);
    const outputs = f(...variables);
    const products = listOf(outputs).map((output) => {
      const dummy = zerosLike(output).requiresGrad_();
      const rows = gradients(output, variables, dummy, true);
      const total = rows
        .map((row, i) => row.mul(vectors[i] as Tensor).sum())
        .reduce((a, b) => a.add(b));
      return result(gradients(total, [dummy], null, createGraph)[0] as Tensor, createGraph);
    });
    return [detached(outputs, createGraph), isMany(outputs) ? products : (products[0] as Tensor)];
  });
}

/** f(inputs) and H v, for a scalar function. */
export function hvp<Given extends OneOrMany>(
  f: Function,
  inputs: Given,
  v?: OneOrMany,
  { createGraph = false }: FunctionalOptions = {},
): [output: Tensor, product: Given] {
  return enableGrad(() => {
    const variables = inputsFor(inputs, createGraph);
    const vectors = directions('hvp', v, variables);
    const output = scalarOf('hvp', f(...variables));
    const firsts = gradients(output, variables, null, true);
    const total = firsts
      .map((first, i) => first.mul(vectors[i] as Tensor).sum())
      .reduce((a, b) => a.add(b));
    const products = gradients(total, variables, null, createGraph);
    return [
      result(output, createGraph),
      like(
        inputs,
        products.map((p) => result(p, createGraph)),
      ),
    ];
  });
}

/** f(inputs) and vᵀH, for a scalar function; the same as hvp because H is symmetric. */
export const vhp = hvp;
