import { RuntimeError } from '../core/errors.ts';
import { enableGrad } from '../core/grad-mode.ts';
import { sameShape, showSize } from '../core/shape.ts';
import { onesLike, zerosLike } from '../ops/constant.ts';
import type { Tensor } from '../tensor.ts';
import {
  type TensorFunction,
  type FunctionalOptions,
  type OneOrMany,
  gradients,
  inputsFor,
  isMany,
  listOf,
  result,
  scalarOf,
} from './variables.ts';

/** What v is multiplied with, as PyTorch's messages call it. */
const partners = {
  output: 'the user-provided function returns',
  input: 'the input to the user-provided function is',
};

/** Directions to multiply by, given or, for one element, 1. */
function directions(
  v: OneOrMany | undefined,
  partner: keyof typeof partners,
  values: OneOrMany,
): Tensor[] {
  const others = listOf(values);
  if (v === undefined) {
    if (others.length === 1 && others[0]?.numel() === 1) return [onesLike(others[0])];
    throw new RuntimeError(
      `The vector v can only be None if ${partners[partner]} a single Tensor with a single element.`,
    );
  }
  return listOf(v).map((direction, i) => {
    const { shape } = others[i] as Tensor;
    if (sameShape(direction.shape, shape)) return direction;
    const entry = isMany(values) ? `Entry ${i} in ` : '';
    throw new RuntimeError(
      `${entry}v has invalid size: should be ${showSize(shape)} but got ${showSize(direction.shape)}.`,
    );
  });
}

function like<Given extends OneOrMany>(given: Given, values: Tensor[]): Given {
  return (isMany(given) ? values : (values[0] as Tensor)) as Given;
}

/** f(inputs) and vᵀJ, by one backward pass. v has the shape of the output. */
export function vjp<Given extends OneOrMany>(
  f: TensorFunction,
  inputs: Given,
  v?: OneOrMany,
  { createGraph = false }: FunctionalOptions = {},
): [output: OneOrMany, product: Given] {
  return enableGrad(() => {
    const variables = inputsFor(inputs, createGraph);
    const outputs = f(...variables);
    const seeds = directions(v, 'output', outputs);
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
  f: TensorFunction,
  inputs: OneOrMany,
  v?: OneOrMany,
  { createGraph = false }: FunctionalOptions = {},
): [output: OneOrMany, product: OneOrMany] {
  return enableGrad(() => {
    const variables = inputsFor(inputs, createGraph);
    const vectors = directions(v, 'input', like(inputs, variables));
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
  f: TensorFunction,
  inputs: Given,
  v?: OneOrMany,
  { createGraph = false }: FunctionalOptions = {},
): [output: Tensor, product: Given] {
  return enableGrad(() => {
    const variables = inputsFor(inputs, createGraph);
    const vectors = directions(v, 'input', like(inputs, variables));
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
