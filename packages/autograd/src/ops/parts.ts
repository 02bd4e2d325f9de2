import { checked } from '../core/check.ts';
import { isContiguous, storageOf } from '../core/base.ts';
import { IndexError, RuntimeError } from '../core/errors.ts';
import { elements } from '../core/make.ts';
import type { Node } from '../core/node.ts';
import { countChange } from '../core/record.ts';
import { type Shape, contiguousStrides, showShape, wrapDim } from '../core/shape.ts';
import type { Tensor } from '../core/tensor.ts';
import { type Geometry, positionsOf, scatterStrided, viewOf } from './strided.ts';

/**
 * A view of the slice at `index` of `dim`, without that dimension: [n, k] → [k] along 0; negative from the end.
 * Throws IndexError if there is no such index or dimension.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.select.html
 */
export const select = checked(
  'select self:T dim:i index:i',
  (x: Tensor, dim: number, index: number): Tensor => {
    return selectAs(x, dim, index, 'SelectBackward0', -1);
  },
);

function selectAs(x: Tensor, dim: number, index: number, name: string, output: number): Tensor {
  if (x.dim() === 0) throw new IndexError('select() cannot be applied to a 0-dim tensor.');
  const d = wrapDim(dim, x.dim());
  const size = x.shape[d] as number;
  if (!(index >= -size && index < size)) {
    throw new IndexError(
      `select(): index ${index} out of range for tensor of size ${showShape(x.shape)} at dimension ${d}`,
    );
  }
  return part(x, d, index < 0 ? index + size : index, [], name, output);
}

/**
 * A view of `x` that starts at `start` of dimension `d` and has `length` of its indices, `step` apart; or
 * of the first alone, without the dimension. The gradient is put back among zeros.
 */
function part(
  x: Tensor,
  d: number,
  start: number,
  length: [] | [number],
  name: string,
  output = -1,
  step = 1,
): Tensor {
  const within = (strides: Shape, offset: number): Geometry => {
    const stride = strides[d] as number;
    return {
      shape: x.shape.toSpliced(d, 1, ...length),
      strides: strides.toSpliced(d, 1, ...length.map(() => stride * step)),
      offset: offset + start * stride,
    };
  };
  const vjp = (g: Tensor): Tensor =>
    scatterStrided(g, x.shape, within(contiguousStrides(x.shape), 0));
  // The gradients of many parts are added up in time that goes with their sizes, not with that of x.
  const addTo = (total: Tensor, _: Node, g: Tensor): boolean => {
    if (g.dtype !== total.dtype || !isContiguous(total)) return false;
    const { data } = storageOf(total);
    const source = elements(g);
    positionsOf(within(contiguousStrides(x.shape), total.offset)).forEach((at, k) => {
      data[at] = (data[at] as number) + (source[k] as number);
    });
    countChange(total);
    return true;
  };
  return viewOf(x, name, within(x.strides, x.offset), vjp, output, addTo);
}

/**
 * x[start:stop:step] of one dimension: a view. Bounds count from the end if negative, `null` is no bound; beyond
 * an end they are clamped, as in Python.
 * Throws RuntimeError if `step` is not positive, IndexError if there is no such dimension.
 *
 * @see https://docs.pytorch.org/docs/stable/tensor_view.html
 */
export function slice(
  x: Tensor,
  dim: number,
  start: number | null,
  stop: number | null,
  step = 1,
): Tensor {
  if (x.dim() === 0) throw new IndexError('slice() cannot be applied to a 0-dim tensor.');
  if (!(step > 0)) throw new RuntimeError('slice step must be positive');
  const d = wrapDim(dim, x.dim());
  const size = x.shape[d] as number;
  const clamp = (at: number): number => Math.min(Math.max(at < 0 ? at + size : at, 0), size);
  const from = clamp(start ?? 0);
  const length = Math.max(Math.ceil((clamp(stop ?? size) - from) / step), 0);
  return part(x, d, from, [length], 'SliceBackward0', -1, step);
}

/**
 * `length` elements of `dim` from `start`, which counts from the end if negative: a view.
 * Throws RuntimeError if they are not all there, IndexError if there is no such start or dimension.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.narrow.html
 */
export const narrow = checked(
  'narrow self:T dim:i start:i length:i',
  (x: Tensor, dim: number, start: number, length: number): Tensor => {
    if (x.dim() === 0) throw new RuntimeError('narrow() cannot be applied to a 0-dim tensor.');
    const d = wrapDim(dim, x.dim());
    const size = x.shape[d] as number;
    const from = start === size ? size : wrapDim(start, size);
    if (length < 0 || from + length > size) {
      throw new RuntimeError(
        `start (${from}) + length (${length}) exceeds dimension size (${size}).`,
      );
    }
    return part(x, d, from, [length], 'SliceBackward0');
  },
);

/**
 * All slices along `dim`, without that dimension, [n, k] → n of [k]; views.
 * Throws IndexError if there is no such dimension.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.unbind.html
 */
export const unbind = checked('unbind self:T dim:i?', (x: Tensor, dim = 0): Tensor[] => {
  if (x.dim() === 0) throw new IndexError('Dimension specified as 0 but tensor has no dimensions');
  const d = wrapDim(dim, x.dim());
  return Array.from({ length: x.shape[d] as number }, (_, i) =>
    selectAs(x, d, i, 'UnbindBackward0', i),
  );
});

/**
 * Pieces along `dim`, of one size (the last may be smaller) or of the given sizes; views.
 * Throws RuntimeError if a size is negative, given sizes do not add up to that of `dim`, or x is 0-dim.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.split.html
 */
export const split = checked(
  'split self:T splitSize:I dim:i?',
  (x: Tensor, sizes: number | readonly number[], dim = 0): Tensor[] => {
    requireDimensions(x, 'split');
    const d = wrapDim(dim, x.dim());
    const total = x.shape[d] as number;
    const list = typeof sizes === 'number' ? evenSizes(total, sizes) : sizes;
    const starts = startsOf(list);
    if (list.some((size) => size < 0)) {
      throw new RuntimeError(
        `split_with_sizes expects split_sizes have only non-negative entries, but got split_sizes=${showShape(list)}`,
      );
    }
    if (starts.at(-1) !== total) {
      throw new RuntimeError(
        `split_with_sizes expects split_sizes to sum exactly to ${total} (input tensor's size at dimension ${d}), ` +
          `but got split_sizes=${showShape(list)}`,
      );
    }
    const name = typeof sizes === 'number' ? 'SplitBackward0' : 'SplitWithSizesBackward0';
    return list.map((size, i) => part(x, d, starts[i] as number, [size], name, i));
  },
);

function requireDimensions(x: Tensor, name: string): void {
  if (x.dim() > 0) return;
  throw new RuntimeError(`${name} expects at least a 1-dimensional tensor`);
}

/** Where pieces of the given lengths start, one after another, and where the last one ends. */
export function startsOf(lengths: readonly number[]): number[] {
  let end = 0;
  return [0, ...lengths.map((length) => (end += length))];
}

function evenSizes(total: number, size: number): number[] {
  if (size < 0) {
    throw new RuntimeError(`split expects split_size be non-negative, but got split_size=${size}`);
  }
  if (size === 0 && total > 0) {
    throw new RuntimeError(
      `split_size can only be 0 if dimension size is 0, but got dimension size of ${total}`,
    );
  }
  const count = size === 0 ? 1 : Math.max(Math.ceil(total / size), 1);
  return Array.from({ length: count }, (_, i) => Math.min(size, total - i * size));
}

/**
 * Pieces of equal size along `dim`, views: `chunks`, or fewer if that is enough; the last may be smaller.
 * Throws RuntimeError if `chunks` is not positive or x is 0-dim.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.chunk.html
 */
export const chunk = checked(
  'chunk self:T chunks:i dim:i?',
  (x: Tensor, chunks: number, dim = 0): Tensor[] => {
    if (chunks <= 0) {
      throw new RuntimeError(`chunk expects \`chunks\` to be greater than 0, got: ${chunks}`);
    }
    requireDimensions(x, 'chunk');
    const size = x.shape[wrapDim(dim, x.dim())] as number;
    return split(x, size === 0 ? new Array<number>(chunks).fill(0) : Math.ceil(size / chunks), dim);
  },
);
