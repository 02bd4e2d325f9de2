import { argumentsOf, checked } from '../core/check.ts';
import { allocate } from '../core/allocate.ts';
import { refuseBool } from '../core/dtype.ts';
import { IndexError, RuntimeError } from '../core/errors.ts';
import { elements, wrap } from '../core/make.ts';
import { OUTPUT } from '../core/node.ts';
import { named, record } from '../core/record.ts';
import { type Shape, dimensions, numel, reducedShape, wrapDim, wrapDims } from '../core/shape.ts';
import { Tensor } from '../core/tensor.ts';
import { gatherAs } from './along.ts';
import { combineLines } from './lines.ts';
import { where } from './where.ts';
import { maximum, minimum } from './pairs.ts';
import { type Dims, type KeepdimOptions, spread, sum } from './expand.ts';

/** What sorting and choosing along a dimension give, of one shape. */
export interface ValuesAndIndices {
  /** Elements of the dtype they had, to which the gradient goes back. */
  values: Tensor;
  /** Where along the dimension they stood; int64, from 0. */
  indices: Tensor;
}

/** The index of the best of `size` elements; NaN beats everything. */
function bestIndex(
  data: ArrayLike<number>,
  start: number,
  step: number,
  size: number,
  sign: 1 | -1,
): number {
  let best = 0;
  for (let k = 1; k < size; k++) {
    const value = data[start + k * step] as number;
    const held = data[start + best * step] as number;
    if (Number.isNaN(held)) break;
    if (Number.isNaN(value) || sign * value > sign * held) best = k;
  }
  return best;
}

function noElements(name: string): string {
  return `${name}(): Expected reduction dim to be specified for input.numel() == 0.`;
}

function requireElements(x: Tensor, name: string): void {
  if (x.numel() > 0) return;
  throw new RuntimeError(`${noElements(name)} Specify the reduction dim with the 'dim' argument.`);
}

/** Complains about a dimension without elements, of which none can be the best. */
export function requireNonEmpty(x: Tensor, dim: number, name: string): void {
  if (x.shape.at(wrapDim(dim, x.dim())) !== 0) return;
  throw new IndexError(`${name}(): Expected reduction dim ${dim} to have non-zero size.`);
}

/** Where the best of each line stands; of all elements if `dim` is not given. */
function argBest(
  x: Tensor,
  dim: number | undefined,
  keepdim: boolean,
  sign: 1 | -1,
  name: string,
): Tensor {
  if (dim === undefined && x.numel() === 0) throw new IndexError(noElements(name));
  const source = dim === undefined ? x.detach().reshape(-1) : x;
  const d = wrapDim(dim ?? 0, source.dim());
  requireNonEmpty(source, d, name);
  const isChoice = dim === undefined || source.shape[d] !== 1;
  if (name.startsWith('arg') && source.numel() > 0 && isChoice) refuseBool(x.dtype, `${name}_cpu`);
  const data = elements(source);
  const shape = reducedShape(x.shape, wrapDims(dim, x.dim()), keepdim);
  const out = combineLines(source.shape, d, allocate('int64', numel(shape)), (start, step, size) =>
    bestIndex(data, start, step, size, sign),
  );
  return wrap(out, shape, 'int64');
}

/**
 * The index of the largest element along `dim`, which goes or stays as 1: int64, the first of equals; a NaN beats
 * all. Without `dim` the index in row-major order, 0-dim.
 * Throws IndexError if there are no elements to choose from, or no such dimension.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.argmax.html
 */
export const argmax = checked(
  'argmax self:T dim:i? *keepdim:b',
  (x: Tensor, dim?: number, { keepdim = false }: KeepdimOptions = {}): Tensor => {
    return argBest(x, dim, keepdim, 1, 'argmax');
  },
);

/**
 * The index of the smallest element along `dim`, which goes or stays as 1: int64, the first of equals; a NaN beats
 * all. Without `dim` the index in row-major order, 0-dim.
 * Throws IndexError if there are no elements to choose from, or no such dimension.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.argmin.html
 */
export const argmin = checked(
  'argmin self:T dim:i? *keepdim:b',
  (x: Tensor, dim?: number, { keepdim = false }: KeepdimOptions = {}): Tensor => {
    return argBest(x, dim, keepdim, -1, 'argmin');
  },
);

/** The largest (sign 1) or smallest over several dimensions; not recorded. */
export function extremeValue(x: Tensor, dims: Shape, keepdim: boolean, sign: 1 | -1): Tensor {
  const kept = dimensions(x).filter((d) => !dims.includes(d));
  const shape = reducedShape(x.shape, dims, keepdim);
  const data = elements(x.detach().permute([...kept, ...dims]));
  const out = allocate(x.dtype, numel(shape));
  if (data.length === 0) return wrap(out.fill(-sign * Infinity), shape, x.dtype);
  const size = data.length / out.length;
  const best = (start: number): number =>
    data[start + bestIndex(data, start, 1, size, sign)] as number;
  return wrap(
    out.map((_, k) => best(k * size)),
    shape,
    x.dtype,
  );
}

/** Which elements share the gradient of `value`. */
type Sharing = (x: Tensor, value: Tensor) => Tensor;

const sharesEqual: Sharing = (x, value) => x.eq(value);

const sharesNan: Sharing = (x, value) => x.eq(value).logicalOr(x.isnan().logicalAnd(value.isnan()));

/** The part of the gradient that each element receives: the same for all that share it. */
export function sharedGradient(hit: Tensor, dims: Shape, g: Tensor): Tensor {
  const weight = hit.to(g.dtype);
  return g.mul(weight.div(sum(weight, dims, { keepdim: true }).expand(hit.shape)));
}

/** The same for all elements, chosen and not multiplied: an infinite gradient goes nowhere else. */
export function evenGradient(hit: Tensor, g: Tensor): Tensor {
  return where(hit, g.div(hit.sum()), 0);
}

/** d amax(x) = the mean of dx over the elements that are largest: ties share it */
function shared(
  x: Tensor,
  dim: Dims | undefined,
  keepdim: boolean,
  sign: 1 | -1,
  name: string,
  sharing = sharesEqual,
): Tensor {
  const dims = wrapDims(dim, x.dim());
  const output = extremeValue(x, dims, keepdim, sign);
  const wide = (value: Tensor): Tensor => spread(value, x.shape, dims, keepdim);
  const vjp = (g: Tensor): Tensor => {
    const hit = sharing(x.detach(), wide(output.detach()));
    return sharing === sharesNan ? evenGradient(hit, g) : sharedGradient(hit, dims, wide(g));
  };
  return record(output, name, [x], vjp, 1 | OUTPUT);
}

/** amax and amin have no value for no elements. */
function nonEmpty(x: Tensor, dim: Dims | undefined, name: string): Tensor {
  if (dim === undefined || [dim].flat().length === 0) requireElements(x, name);
  else for (const d of [dim].flat()) requireNonEmpty(x, d, name);
  return x;
}

/**
 * The largest over `dim`, one or several, which go or stay as 1; of all elements without it or for []. NaN if one
 * is NaN. d amax(x) = the mean of dx over the elements that are largest: ties share it.
 * Throws RuntimeError for no elements, IndexError if `dim` is empty or there is no such dimension.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.amax.html
 */
export const amax = checked(
  'amax self:T dim:I? *keepdim:b',
  (x: Tensor, dim?: Dims, { keepdim = false }: KeepdimOptions = {}): Tensor => {
    return shared(nonEmpty(x, dim, 'amax'), dim, keepdim, 1, 'AmaxBackward0');
  },
);

/**
 * The smallest over `dim`, one or several, which go or stay as 1; of all elements without it or for []. NaN if one
 * is NaN. d amin(x) = the mean of dx over the elements that are smallest: ties share it.
 * Throws RuntimeError for no elements, IndexError if `dim` is empty or there is no such dimension.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.amin.html
 */
export const amin = checked(
  'amin self:T dim:I? *keepdim:b',
  (x: Tensor, dim?: Dims, { keepdim = false }: KeepdimOptions = {}): Tensor => {
    return shared(nonEmpty(x, dim, 'amin'), dim, keepdim, -1, 'AminBackward0');
  },
);

/** The elements at `indices`, one of each line along `dim`, to which the gradient goes back. */
export function chosen(
  x: Tensor,
  dim: number,
  indices: Tensor,
  keepdim: boolean,
  name: string,
): ValuesAndIndices {
  const shape = reducedShape(x.shape, wrapDims(dim, x.dim()), keepdim);
  const values = named(gatherAs(shape, x, dim, indices), name);
  return { values, indices: indices.reshape(shape) };
}

/** `max` or `min`, which do one of three things. */
interface Extreme {
  (x: Tensor, other?: Tensor): Tensor;
  (x: Tensor, dim: number, options?: KeepdimOptions): ValuesAndIndices;
}

/**
 * d max(x) along a dimension = dx at the index that is returned; of all elements, ties and all NaNs share it.
 */
/* @__NO_SIDE_EFFECTS__ */
function extreme(sign: 1 | -1, name: string, ofTwo: typeof maximum): Extreme {
  const ask = name.toLowerCase();
  const check = argumentsOf(`${ask} self:T dim:i? *keepdim:b`);
  const either = (
    x: Tensor,
    dim?: number | Tensor,
    options?: KeepdimOptions,
  ): Tensor | ValuesAndIndices => {
    if (!(dim instanceof Tensor)) check(x, dim, options);
    const { keepdim = false } = options ?? {};
    if (typeof dim === 'number') {
      const indices = argBest(x, dim, true, sign, ask);
      return chosen(x, dim, indices, keepdim, `${name}Backward0`);
    }
    if (dim !== undefined) return ofTwo(x, dim);
    requireElements(x, ask);
    return shared(x, undefined, false, sign, `${name}Backward1`, sharesNan);
  };
  return either as Extreme;
}

/**
 * The largest of all elements, 0-dim: ties share the gradient, a NaN beats all. Along `dim` the values and their
 * indices, the first of equals, which alone receives the gradient; `dim` goes or stays as 1. With another tensor
 * `maximum`.
 * Throws RuntimeError for no elements, IndexError if `dim` is empty or there is no such dimension.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.max.html
 */
export const max = extreme(1, 'Max', maximum);

/**
 * The smallest of all elements, 0-dim: ties share the gradient, a NaN beats all. Along `dim` the values and their
 * indices, the first of equals, which alone receives the gradient; `dim` goes or stays as 1. With another tensor
 * `minimum`.
 * Throws RuntimeError for no elements, IndexError if `dim` is empty or there is no such dimension.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.min.html
 */
export const min = extreme(-1, 'Min', minimum);
