import { argumentsOf, checked } from '../core/check.ts';
import { IndexError } from '../core/errors.ts';
import { type Shape, numel as count, wrapDim } from '../core/shape.ts';
import type { Tensor } from '../core/tensor.ts';
import * as expanding from '../ops/expand.ts';
import { type Index, at as atIndices } from '../ops/indexing.ts';
import * as rearrange from '../ops/rearrange.ts';
import * as views from '../ops/view.ts';

/** Sizes as a list or one by one: `f(2, 3)` and `f([2, 3])` mean the same. */
type Sizes = [Shape] | number[];

function listOf(sizes: Sizes): Shape {
  const [first] = sizes;
  return typeof first === 'object' ? first : (sizes as number[]);
}

/** The number of dimensions: 0 for a single number. */
export function dim(x: Tensor): number {
  return x.shape.length;
}

/** The number of elements. */
export function numel(x: Tensor): number {
  return count(x.shape);
}

const checkSize = argumentsOf('size self:T dim:i?');

/**
 * The sizes of all dimensions, `x.shape`, or that of one. Throws IndexError if there is no such dimension.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.Tensor.size.html
 */
export function size(x: Tensor): Shape;
export function size(x: Tensor, d: number): number;
export function size(x: Tensor, d?: number): Shape | number {
  checkSize(x, d);
  if (d === undefined) return x.shape;
  const found = x.shape[wrapDim(d, x.shape.length)];
  if (found !== undefined) return found;
  throw new IndexError(`Dimension specified as ${d} but tensor has no dimensions`);
}

/** {@link views.view}, of sizes in a list or one by one. */
export function view(x: Tensor, ...sizes: Sizes): Tensor {
  return views.view(x, listOf(sizes));
}

/** {@link views.reshape}, of sizes in a list or one by one. */
export function reshape(x: Tensor, ...sizes: Sizes): Tensor {
  return views.reshape(x, listOf(sizes));
}

/** {@link views.permute}, of dimensions in a list or one by one. */
export function permute(x: Tensor, ...dims: Sizes): Tensor {
  return views.permute(x, listOf(dims));
}

/** {@link expanding.expand}, of sizes in a list or one by one. */
export function expand(x: Tensor, ...sizes: Sizes): Tensor {
  return expanding.expand(x, listOf(sizes));
}

/** {@link expanding.expand} under another name. */
export const broadcastTo = expand;

/** {@link expanding.expand} to the shape of `other`. */
export const expandAs = checked('expandAs self:T other:T', (x: Tensor, other: Tensor): Tensor => {
  return expanding.expand(x, other.shape);
});

/** {@link rearrange.repeat}, of numbers in a list or one by one. */
export function repeat(x: Tensor, ...times: Sizes): Tensor {
  return rearrange.repeat(x, listOf(times));
}

/** {@link rearrange.tile}, of numbers in a list or one by one. */
export function tile(x: Tensor, ...times: Sizes): Tensor {
  return rearrange.tile(x, listOf(times));
}

/** {@link rearrange.flip}, of dimensions in a list or one by one. */
export function flip(x: Tensor, ...dims: Sizes): Tensor {
  return rearrange.flip(x, listOf(dims));
}

/** {@link atIndices}, one after another. */
export function at(x: Tensor, ...indices: Index[]): Tensor {
  return atIndices(x, indices);
}
