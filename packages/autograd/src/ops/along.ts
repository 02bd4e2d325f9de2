import { checked } from '../core/check.ts';
import { IndexError, RuntimeError } from '../core/errors.ts';
import { elements } from '../core/make.ts';
import { saveForBackward, named, record } from '../core/record.ts';
import {
  type Shape,
  contiguousStrides,
  sameShape,
  showShape,
  sizeAt,
  strideAt,
  wrapDim,
} from '../core/shape.ts';
import type { Tensor } from '../core/tensor.ts';
import { positionsOf } from './strided.ts';
import { scatterAddAt, take } from './take.ts';

/** Where in a row-major tensor of `shape` each entry of `index` points, along `dim`. */
function positionsAlong(shape: Shape, dim: number, index: Tensor, name: string): Float64Array {
  if (index.dtype !== 'int64') throw new RuntimeError(`${name}(): Expected dtype int64 for index`);
  if (index.dim() !== shape.length && !(index.dim() <= 1 && shape.length <= 1)) {
    throw new RuntimeError('Index tensor must have the same number of dimensions as input tensor');
  }
  const strides = contiguousStrides(shape);
  const without = strides.map((stride, d) => (d === dim ? 0 : stride));
  const chosen = elements(index);
  const size = sizeAt(shape, dim);
  const positions = new Float64Array(chosen.length);
  positionsOf({ shape: index.shape, strides: without, offset: 0 }).forEach((at, k) => {
    const i = chosen[k] as number;
    if (i < 0 || i >= size) {
      throw new RuntimeError(`index ${i} is out of bounds for dimension ${dim} with size ${size}`);
    }
    positions[k] = at + i * strideAt(strides, dim);
  });
  return positions;
}

function checkGather(shape: Shape, dim: number, index: Shape): void {
  const bad = index.findIndex((size, d) => d !== dim && size > sizeAt(shape, d));
  if (bad < 0) return;
  throw new RuntimeError(
    `Size does not match at dimension ${bad} expected index ${showShape(index)} to be smaller than self ` +
      `${showShape(shape)} apart from dimension ${dim}`,
  );
}

/**
 * out[i][j] = x[index[i][j]][j] along 0, x[i][index[i][j]] along 1, and so on: the shape of `index`, int64, which
 * has as many dimensions as x and is nowhere longer but along `dim`. The gradient is added back where it was read.
 * Throws RuntimeError if the index is not so or points outside (also if negative).
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.gather.html
 */
export const gather = checked(
  'gather self:T dim:i index:T',
  (x: Tensor, dim: number, index: Tensor): Tensor => {
    return gatherAs(index.shape, x, dim, index);
  },
);

/** The same elements in another shape. */
export function gatherAs(shape: Shape, x: Tensor, dim: number, index: Tensor): Tensor {
  const d = wrapDim(dim, x.dim());
  checkGather(x.shape, d, index.shape);
  const positions = positionsAlong(x.shape, d, index, 'gather');
  return saveForBackward(take(x, shape, positions, 'GatherBackward0', 'ScatterAddBackward0'));
}

/**
 * A copy of x to which source[i][j] is added at [index[i][j]][j] along 0, and so on: the reverse of `gather`.
 * `index` is int64 and nowhere longer than `source`, nor than x but along `dim`; of a larger source the first part
 * counts, which then has no gradient.
 * Throws RuntimeError if the index is not so or points outside, or if x and source differ in dtype.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.scatter_add.html
 */
export const scatterAdd = checked(
  'scatterAdd self:T dim:i index:T src:T',
  (x: Tensor, dim: number, index: Tensor, source: Tensor): Tensor => {
    if (source.dtype !== x.dtype) {
      throw new RuntimeError('scatter(): Expected self.dtype to be equal to src.dtype');
    }
    const along = wrapDim(dim, x.dim());
    const fits = index.shape.every(
      (size, d) => (d === along || size <= sizeAt(x.shape, d)) && size <= sizeAt(source.shape, d),
    );
    if (!fits) {
      throw new RuntimeError(
        `Expected index ${showShape(index.shape)} to be smaller than self ${showShape(x.shape)} apart from ` +
          `dimension ${along} and to be smaller size than src ${showShape(source.shape)}`,
      );
    }
    const used = index.shape.reduce((part, size, d) => {
      return part.shape[d] === size ? part : part.narrow(d, 0, size);
    }, source.detach());
    const positions = positionsAlong(x.shape, along, index, 'scatter');
    const out = x.detach().add(scatterAddAt(used, x.shape, positions, 'ScatterAddBackward0'));
    return record(out, 'ScatterAddBackward0', [x, source], (g, i) => {
      if (i === 0) return g;
      if (sameShape(index.shape, source.shape)) return gather(g, dim, index);
      throw new RuntimeError(
        `Function ScatterAddBackward0 returned an invalid gradient at index 1 - got ${showShape(index.shape)} but ` +
          `expected shape compatible with ${showShape(source.shape)}`,
      );
    });
  },
);

/** Complains about an index that is not from 0 to `size` − 1. */
export function requireInRange(index: Tensor, size: number): void {
  if (elements(index).every((i) => i >= 0 && i < size)) return;
  throw new IndexError('index out of range in self');
}

/**
 * The slices of `dim` that `index` names, an int64 vector: [n, k] by [m] → [m, k] along 0, copied. Gradients add
 * up for slices named twice.
 * Throws IndexError if the index has more dimensions or points outside (also if negative), RuntimeError if not
 * int64.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.index_select.html
 */
export const indexSelect = checked(
  'indexSelect self:T dim:i index:T',
  (x: Tensor, dim: number, index: Tensor): Tensor => {
    const d = wrapDim(dim, x.dim());
    if (index.dim() > 1) throw new IndexError('index_select(): Index is supposed to be a vector');
    requireInRange(index, sizeAt(x.shape, d));
    const column = index.reshape(x.shape.map((_, i) => (i === d ? -1 : 1)));
    const full = column.expand(x.dim() === 0 ? [] : x.shape.with(d, index.numel()));
    return named(gather(x, d, full), 'IndexSelectBackward0');
  },
);
