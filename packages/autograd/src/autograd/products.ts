import { checked } from '../core/check.ts';
import { RuntimeError } from '../core/errors.ts';
import { sameShape, showSize } from '../core/shape.ts';
import { onesLike, zerosLike } from '../core/constant.ts';
import type { Tensor } from '../core/tensor.ts';
import {
  type TensorFunction,
  type FunctionalOptions,
  type OneOrMany,
  differentiate,
  gradients,
  isMany,
  like,
  listOf,
  scalarOf,
} from './variables.ts';

/** Directions to multiply `values` by, given or, for one element, 1. PyTorch's messages call the values `what`. */
function directions(v: OneOrMany | undefined, values: OneOrMany, what: string): readonly Tensor[] {
  const others = listOf(values);
  if (v === undefined) {
    if (others.length === 1 && others[0]?.numel() === 1) return [onesLike(others[0])];
    throw new RuntimeError(
      `The vector v can only be None if ${what} a single Tensor with a single element.`,
    );
  }
  const given = listOf(v);
  if (given.length !== others.length) {
    throw new RuntimeError(
      isMany(values)
        ? `v is a tuple of invalid length: should be ${others.length} but got ${given.length}.`
        : 'The given v should contain a single Tensor.',
    );
  }
  given.forEach((direction, i) => {
    const { shape } = others[i] as Tensor;
    if (sameShape(direction.shape, shape)) return;
    const entry = isMany(values) ? `Entry ${i} in ` : '';
    throw new RuntimeError(
      `${entry}v has invalid size: should be ${showSize(shape)} but got ${showSize(direction.shape)}.`,
    );
  });
  return given;
}

const INPUT = 'the input to the user-provided function is';

/** Σᵢ aᵢ · bᵢ */
function inner(a: readonly Tensor[], b: readonly Tensor[]): Tensor {
  return a.map((x, i) => x.mul(b[i] as Tensor).sum()).reduce((x, y) => x.add(y));
}

/**
 * f(inputs) and vᵀJ, by one backward pass; the product has the shapes of the inputs. `v` has those of the result, and
 * is 1 if left out where the result is one element.
 * Throws RuntimeError if `v` has another shape or number of tensors, or an input is not floating.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.autograd.functional.vjp.html
 */
export const vjp = checked(
  'vjp func:f inputs:M v:M? *createGraph:b',
  <Given extends OneOrMany>(
    f: TensorFunction,
    inputs: Given,
    v?: OneOrMany,
    options?: FunctionalOptions,
  ): [output: OneOrMany, product: Given] => {
    return differentiate(inputs, options, (variables, createGraph) => {
      const outputs = f(...variables);
      const seeds = directions(v, outputs, 'the user-provided function returns');
      const total = inner(listOf(outputs), seeds);
      return [outputs, like(inputs, gradients(total, variables, createGraph))];
    });
  },
);

/**
 * f(inputs) and J v, by two backward passes: uᵀJ is linear in u, and its own gradient is J. The product has the shapes
 * of the result. `v` has those of the inputs, and is 1 if left out where the input is one element.
 * Throws RuntimeError if `v` has another shape or number of tensors, or an input is not floating.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.autograd.functional.jvp.html
 */
export const jvp = checked(
  'jvp func:f inputs:M v:M? *createGraph:b',
  (
    f: TensorFunction,
    inputs: OneOrMany,
    v?: OneOrMany,
    options?: FunctionalOptions,
  ): [output: OneOrMany, product: OneOrMany] => {
    return differentiate(inputs, options, (variables, createGraph) => {
      const vectors = directions(v, like(inputs, variables), INPUT);
      const outputs = f(...variables);
      const products = listOf(outputs).flatMap((output) => {
        const dummy = zerosLike(output).requiresGrad_();
        const rows = gradients(output, variables, true, dummy);
        return gradients(inner(rows, vectors), [dummy], createGraph);
      });
      return [outputs, like(outputs, products)];
    });
  },
);

/**
 * f(inputs) and H v, by two backward passes, for a function with one element as its result; the product has the shapes
 * of the inputs, as `v`, which is 1 if left out where the input is one element.
 * Throws RuntimeError if `f` gives more than one element, if `v` has another shape or number of tensors, or an input
 * is not floating.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.autograd.functional.hvp.html
 */
export const hvp = checked(
  'hvp func:f inputs:M v:M? *createGraph:b',
  <Given extends OneOrMany>(
    f: TensorFunction,
    inputs: Given,
    v?: OneOrMany,
    options?: FunctionalOptions,
  ): [output: Tensor, product: Given] => {
    return differentiate(inputs, options, (variables, createGraph) => {
      const vectors = directions(v, like(inputs, variables), INPUT);
      const output = scalarOf('hvp', f(...variables));
      const firsts = gradients(output, variables, true);
      return [output, like(inputs, gradients(inner(firsts, vectors), variables, createGraph))];
    });
  },
);

/**
 * f(inputs) and vᵀH, for a function with one element as its result: the same as `hvp`, because H is symmetric.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.autograd.functional.vhp.html
 */
export const vhp = hvp;
