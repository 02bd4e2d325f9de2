import { typeName } from '../core/dtype.ts';
import { RuntimeError } from '../core/errors.ts';
import {
  type Shape,
  contiguousStrides,
  inferShape,
  numel,
  sameShape,
  showShape,
  wrapDim,
} from '../core/shape.ts';
import type { Tensor } from '../tensor.ts';
import { clone } from './convert.ts';
import { sumToSize } from './reduce.ts';
import { viewOf } from './strided.ts';

/** Swaps two dimensions; so does the gradient. */
export function transpose(x: Tensor, dim0: number, dim1: number): Tensor {
  return swap(x, dim0, dim1, 'TransposeBackward0');
}

function swap(x: Tensor, dim0: number, dim1: number, name: string): Tensor {
  const a = wrapDim(dim0, x.dim());
  const b = wrapDim(dim1, x.dim());
  const order = x.shape.map((_, d) => (d === a ? b : d === b ? a : d));
  return viewOf(x, name, permuted(x, order), (g) => transpose(g, a, b));
}

function permuted(x: Tensor, order: Shape) {
  const pick = (list: Shape): number[] => order.map((d) => list[d] as number);
  return { shape: pick(x.shape), strides: pick(x.strides), offset: x.offset };
}

/** The transpose of a matrix; vectors and scalars as they are. */
export function t(x: Tensor): Tensor {
  if (x.dim() > 2) {
    throw new RuntimeError(`t() expects a tensor with <= 2 dimensions, but self is ${x.dim()}D`);
  }
  return x.dim() < 2
    ? viewOf(x, 'TBackward0', permuted(x, x.dim() === 1 ? [0] : []), (g) => g)
    : swap(x, 0, 1, 'TBackward0');
}

/** Reorders the dimensions; the gradient is put back in order. */
export function permute(x: Tensor, dims: Shape): Tensor {
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
}

/** Strides with which memory of `shape` and `strides` reads as `target`; null if no strides do. */
function viewStrides(shape: Shape, strides: Shape, target: Shape): number[] | null {
  if (numel(shape) === 0) return contiguousStrides(target);
  const result = new Array<number>(target.length);
  let to = target.length - 1;
  let run = 1;
  let step = strides.at(-1) ?? 1;
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
    step = strides[from - 1] ?? 1;
  }
  for (; to >= 0; to--) result[to] = 1;
  return result;
}

function viewAs(x: Tensor, shape: Shape, strides: Shape, name: string): Tensor {
  return viewOf(x, name, { shape, strides, offset: x.offset }, (g) => reshape(g, x.shape));
}

/** The same memory in another shape; one size may be −1. Throws where strides cannot express it. */
export function view(x: Tensor, sizes: Shape): Tensor {
  const shape = inferShape(sizes, x.numel());
  const strides = viewStrides(x.shape, x.strides, shape);
  if (strides === null) {
    throw new RuntimeError(
      "view size is not compatible with input tensor's size and stride (at least one dimension spans across " +
        'two contiguous subspaces). Use .reshape(...) instead.',
    );
  }
  return viewAs(x, shape, strides, 'ViewBackward0');
}

/** The same elements in another shape; a view where that is possible, else a copy. */
export function reshape(x: Tensor, sizes: Shape): Tensor {
  const shape = inferShape(sizes, x.numel());
  const strides = viewStrides(x.shape, x.strides, shape);
  if (strides !== null) return viewAs(x, shape, strides, 'ViewBackward0');
  return viewAs(clone(x), shape, contiguousStrides(shape), 'UnsafeViewBackward0');
}

/** Joins the dimensions from `start` to `end` into one. */
export function flatten(x: Tensor, start = 0, end = -1): Tensor {
  if (x.dim() === 0) return reshape(x, [1]);
  const from = wrapDim(start, x.dim());
  const to = wrapDim(end, x.dim());
  if (from > to)
    throw new RuntimeError('flatten() has invalid args: start_dim cannot come after end_dim');
  if (from === to) return x;
  const joined = numel(x.shape.slice(from, to + 1));
  return reshape(x, [...x.shape.slice(0, from), joined, ...x.shape.slice(to + 1)]);
}

/** Drops dimensions of size 1: all of them, or the given ones where they are 1. */
export function squeeze(x: Tensor, dim?: number | Shape): Tensor {
  const named =
    dim === undefined
      ? null
      : (typeof dim === 'number' ? [dim] : dim).map((d) => wrapDim(d, x.dim()));
  const drops = (d: number): boolean => x.shape[d] === 1 && (named === null || named.includes(d));
  const keep = x.shape.map((_, d) => d).filter((d) => !drops(d));
  const name = dim === undefined ? 'SqueezeBackward0' : 'SqueezeBackward1';
  return viewOf(x, name, permuted(x, keep), (g) => reshape(g, x.shape));
}

/** Adds a dimension of size 1 before `dim`. */
export function unsqueeze(x: Tensor, dim: number): Tensor {
  const at = wrapDim(dim, x.dim() + 1);
  const insert = (list: Shape, value: number) => [...list.slice(0, at), value, ...list.slice(at)];
  const step = at < x.dim() ? (x.shape[at] as number) * (x.strides[at] as number) : 1;
  const geometry = {
    shape: insert(x.shape, 1),
    strides: insert(x.strides, step),
    offset: x.offset,
  };
  return viewOf(x, 'UnsqueezeBackward0', geometry, (g) => squeeze(g, at));
}

/** Repeats dimensions of size 1 without copying; −1 keeps a size. The gradient sums the repeats. */
export function expand(x: Tensor, sizes: Shape): Tensor {
  if (sameShape(sizes, x.shape)) return viewOf(x, 'ExpandBackward0', x, (g) => g);
  const lead = sizes.length - x.dim();
  if (lead < 0) {
    throw new RuntimeError(
      `expand(torch.${typeName(x.dtype)}Tensor{${showShape(x.shape)}}, ` +
        `size=${showShape(sizes)}): the number of sizes provided (${sizes.length}) must be greater or equal ` +
        `to the number of dimensions in the tensor (${x.dim()})`,
    );
  }
  const strides = new Array<number>(sizes.length);
  const shape = sizes.map((size, d) => {
    const own = d < lead ? 1 : (x.shape[d - lead] as number);
    strides[d] = own === 1 && size !== 1 ? 0 : (x.strides[d - lead] ?? 0);
    if (size === -1 && d >= lead) {
      strides[d] = x.strides[d - lead] ?? 0;
      return own;
    }
    if (size === -1) {
      throw new RuntimeError(
        `The expanded size of the tensor (-1) isn't allowed in a leading, non-existing dimension ${d}`,
      );
    }
    if (d >= lead && own !== 1 && own !== size) throw expandError(x, sizes, d, size, own);
    return size;
  });
  return viewOf(x, 'ExpandBackward0', { shape, strides, offset: x.offset }, (g) =>
    sumToSize(g, x.shape),
  );
}

function expandError(x: Tensor, sizes: Shape, dim: number, size: number, own: number) {
  return new RuntimeError(
    `The expanded size of the tensor (${size}) must match the existing size (${own}) at non-singleton ` +
      `dimension ${dim}.  Target sizes: ${showShape(sizes)}.  Tensor sizes: ${showShape(x.shape)}`,
  );
}

/** All dimensions reversed, as `x.T`. */
export function reversed(x: Tensor): Tensor {
  return permute(
    x,
    x.shape.map((_, d) => x.dim() - 1 - d),
  );
}

/** The last two dimensions swapped, as `x.mT`. */
export function matrixTranspose(x: Tensor): Tensor {
  if (x.dim() < 2) {
    throw new RuntimeError(
      `tensor.mT is only supported on matrices or batches of matrices. Got ${x.dim()}-D tensor.`,
    );
  }
  return transpose(x, -2, -1);
}
