import { checked } from '../core/check.ts';
import { RuntimeError } from '../core/errors.ts';
import {
  type Shape,
  contiguousStrides,
  dimensions,
  inferShape,
  numel,
  strideAt,
  wrapDim,
} from '../core/shape.ts';
import type { Tensor } from '../core/tensor.ts';
import { clone } from './convert.ts';
import { type Geometry, viewOf } from './strided.ts';

/**
 * A view with the dimensions `dim0` and `dim1` swapped, [n, m] → [m, n] by 0 and 1; so is the gradient.
 * Throws IndexError if there is no such dimension.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.transpose.html
 */
export const transpose = checked(
  'transpose self:T dim0:i dim1:i',
  (x: Tensor, dim0: number, dim1: number): Tensor => {
    return swap(x, dim0, dim1, 'TransposeBackward0');
  },
);

function swap(x: Tensor, dim0: number, dim1: number, name: string): Tensor {
  const a = wrapDim(dim0, x.dim());
  const b = wrapDim(dim1, x.dim());
  const order = x.shape.map((_, d) => (d === a ? b : d === b ? a : d));
  return viewOf(x, name, permuted(x, order), (g) => swap(g, a, b, name));
}

/** How `x` is read with its dimensions in another order, or some of them left out. */
export function permuted(x: Tensor, order: Shape): Geometry {
  const pick = (list: Shape): number[] => order.map((d) => list[d] as number);
  return { shape: pick(x.shape), strides: pick(x.strides), offset: x.offset };
}

/**
 * A view of a matrix with its dimensions swapped, [n, m] → [m, n]; of a vector or a 0-dim tensor as it is.
 * Throws RuntimeError above two dimensions.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.t.html
 */
export const t = checked('t self:T', (x: Tensor): Tensor => {
  if (x.dim() > 2) {
    throw new RuntimeError(`t() expects a tensor with <= 2 dimensions, but self is ${x.dim()}D`);
  }
  return swap(x, 0, -1, 'TBackward0');
});

/**
 * A view with the dimensions in the order of `dims`, [a, b, c] by [2, 0, 1] → [c, a, b]; the gradient is put back
 * in order.
 * Throws RuntimeError if `dims` are too few, too many or name one twice, IndexError if there is no such dimension.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.permute.html
 */
export const permute = checked('permute self:T dims:S', (x: Tensor, dims: Shape): Tensor => {
  if (dims.length !== x.dim()) {
    throw new RuntimeError(
      'permute(sparse_coo): number of dimensions in the tensor input does not match the length of the desired ' +
        `ordering of dimensions i.e. input.dim() = ${x.dim()} is not equal to len(dims) = ${dims.length}`,
    );
  }
  const order = dims.map((dim) => wrapDim(dim, x.dim()));
  if (new Set(order).size !== order.length) {
    throw new RuntimeError('permute(): duplicate dims are not allowed.');
  }
  const back = order.map((_, d) => order.indexOf(d));
  return viewOf(x, 'PermuteBackward0', permuted(x, order), (g) => permute(g, back));
});

/** Strides with which memory of `shape` and `strides` reads as `target`; null if no strides do. */
function viewStrides(shape: Shape, strides: Shape, target: Shape): number[] | null {
  if (numel(shape) === 0) return contiguousStrides(target);
  const result = new Array<number>(target.length);
  let to = target.length - 1;
  let run = 1;
  let step = strideAt(strides, strides.length - 1);
  for (let from = shape.length - 1; from >= 0; from--) {
    run *= shape[from] as number;
    const joins = from > 0 && (shape[from - 1] === 1 || strides[from - 1] === run * step);
    if (joins) continue;
    let size = 1;
    for (; to >= 0 && (size < run || target[to] === 1); to--) {
      result[to] = size * step;
      size *= target[to] as number;
    }
    if (size !== run) return null;
    run = 1;
    step = strideAt(strides, from - 1);
  }
  for (; to >= 0; to--) result[to] = 1;
  return result;
}

/** The memory of `x` in another shape; null where strides cannot express it. */
function viewAs(x: Tensor, shape: Shape, name: string): Tensor | null {
  const strides = viewStrides(x.shape, x.strides, shape);
  if (strides === null) return null;
  return viewOf(x, name, { shape, strides, offset: x.offset }, (g) => reshape(g, x.shape));
}

/**
 * The same memory in another shape: a view. One size may be −1, for what the others leave.
 * Throws RuntimeError if the number of elements differs, or if no strides read the memory in that shape, as after
 * a `transpose`; `reshape` copies then.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.Tensor.view.html
 */
export const view = checked('view self:T size:S', (x: Tensor, sizes: Shape): Tensor => {
  const viewed = viewAs(x, inferShape(sizes, x.numel()), 'ViewBackward0');
  if (viewed !== null) return viewed;
  throw new RuntimeError(
    "view size is not compatible with input tensor's size and stride (at least one dimension spans across " +
      'two contiguous subspaces). Use .reshape(...) instead.',
  );
});

/**
 * The same elements, in row-major order, in another shape: a view where strides can express it, else a copy. One
 * size may be −1, for what the others leave.
 * Throws RuntimeError if the number of elements differs.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.reshape.html
 */
export const reshape = checked('reshape self:T shape:S', (x: Tensor, sizes: Shape): Tensor => {
  const shape = inferShape(sizes, x.numel());
  return (
    viewAs(x, shape, 'ViewBackward0') ?? (viewAs(clone(x), shape, 'UnsafeViewBackward0') as Tensor)
  );
});

/**
 * Joins the dimensions from `start` to `end`, both included, into one: [a, b, c] from 1 → [a, b · c], a 0-dim
 * tensor → [1]. A view where strides can express it, else a copy.
 * Throws RuntimeError if `start` comes after `end`, IndexError if there is no such dimension.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.flatten.html
 */
export const flatten = checked(
  'flatten self:T startDim:i? endDim:i?',
  (x: Tensor, start = 0, end = -1): Tensor => {
    const from = wrapDim(start, x.dim());
    const to = wrapDim(end, x.dim());
    if (x.dim() === 0) return reshape(x, [1]);
    if (from > to)
      throw new RuntimeError('flatten() has invalid args: start_dim cannot come after end_dim');
    if (from === to) return x;
    const length = to - from + 1;
    return reshape(x, x.shape.toSpliced(from, length, numel(x.shape.slice(from, to + 1))));
  },
);

/**
 * A view without dimensions of size 1: all of them, or those of `dim` that are of size 1, [1, n, 1] → [n].
 * Throws IndexError if there is no such dimension.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.squeeze.html
 */
export const squeeze = checked(
  'squeeze self:T dim:I?',
  (x: Tensor, dim?: number | Shape): Tensor => {
    return squeezeAs(x, dim, dim === undefined ? 'SqueezeBackward0' : 'SqueezeBackward1');
  },
);

/** The same, recorded as `name`. */
export function squeezeAs(x: Tensor, dim: number | Shape | undefined, name: string): Tensor {
  const all = dimensions(x);
  const dropped = dim === undefined ? all : [dim].flat().map((d) => wrapDim(d, x.dim()));
  const keep = all.filter((d) => x.shape[d] !== 1 || !dropped.includes(d));
  return viewOf(x, name, permuted(x, keep), (g) => reshape(g, x.shape));
}

/**
 * A view with one more dimension, of size 1, number `dim` of the result: [n] → [1, n] by 0, [n, 1] by −1.
 * Throws IndexError if the result has no such dimension.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.unsqueeze.html
 */
export const unsqueeze = checked('unsqueeze self:T dim:i', (x: Tensor, dim: number): Tensor => {
  const at = wrapDim(dim, x.dim() + 1);
  const isLast = at === x.dim();
  const step = isLast ? 1 : (x.shape[at] as number) * (x.strides[at] as number);
  const geometry = {
    shape: x.shape.toSpliced(at, 0, 1),
    strides: x.strides.toSpliced(at, 0, step),
    offset: x.offset,
  };
  return viewOf(x, 'UnsqueezeBackward0', geometry, (g) => squeeze(g, at));
});

/**
 * `x.T`: a view with all dimensions reversed, [a, b, c] → [c, b, a].
 *
 * @see https://docs.pytorch.org/docs/stable/tensors.html#torch.Tensor.T
 */
export function reversed(x: Tensor): Tensor {
  return permute(x, dimensions(x).reverse());
}

/**
 * `x.mT`: a view with the last two dimensions swapped, […, n, m] → […, m, n]. Throws RuntimeError below two.
 *
 * @see https://docs.pytorch.org/docs/stable/tensors.html#torch.Tensor.mT
 */
export function matrixTranspose(x: Tensor): Tensor {
  if (x.dim() < 2) {
    throw new RuntimeError(
      `tensor.mT is only supported on matrices or batches of matrices. Got ${x.dim()}-D tensor.`,
    );
  }
  return transpose(x, -2, -1);
}
