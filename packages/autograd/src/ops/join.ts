import { IndexError, RuntimeError } from '../core/errors.ts';
import { allocate, wider } from '../core/dtype.ts';
import { writeElements } from '../core/elements.ts';
import { wrap } from '../core/make.ts';
import { record } from '../core/record.ts';
import { contiguousStrides, numel, sameShape, showShape, wrapDim } from '../core/shape.ts';
import type { Tensor } from '../tensor.ts';
import { to } from './convert.ts';
import { scatterStrided, viewOf } from './strided.ts';
import { unsqueeze } from './view.ts';

/** The slice at `index` of dimension `dim`, without that dimension; a view. */
export function select(x: Tensor, dim: number, index: number): Tensor {
  return selectAs(x, dim, index, 'SelectBackward0', -1);
}

function selectAs(x: Tensor, dim: number, index: number, name: string, output: number): Tensor {
  if (x.dim() === 0) throw new IndexError('select() cannot be applied to a 0-dim tensor.');
  const d = wrapDim(dim, x.dim());
  const size = x.shape[d] as number;
  if (!(index >= -size && index < size)) {
    throw new IndexError(
      `select(): index ${index} out of range for tensor of size ${showShape(x.shape)} at dimension ${d}`,
    );
  }
  const at = index < 0 ? index + size : index;
  const without = (list: readonly number[]): number[] => list.filter((_, i) => i !== d);
  const offset = x.offset + at * (x.strides[d] as number);
  const geometry = { shape: without(x.shape), strides: without(x.strides), offset };
  return viewOf(x, name, geometry, (g) => intoSlice(g, x, d, at, 1), output);
}

/** Zeros like `x`, but for `g` at `length` places of dimension `dim` from `start`, `step` apart. */
function intoSlice(g: Tensor, x: Tensor, dim: number, start: number, step: number): Tensor {
  const packed = contiguousStrides(x.shape);
  const offset = start * (packed[dim] as number);
  const strides =
    g.dim() === x.dim()
      ? packed.map((stride, d) => (d === dim ? stride * step : stride))
      : packed.filter((_, d) => d !== dim);
  return scatterStrided(g, x.shape, { shape: g.shape, strides, offset });
}

/** Every `step`-th element from `start` up to before `stop` of one dimension; a view, clamped as in Python. */
export function slice(
  x: Tensor,
  dim: number,
  start: number | null,
  stop: number | null,
  step = 1,
): Tensor {
  const d = wrapDim(dim, x.dim());
  const size = x.shape[d] as number;
  const clamp = (at: number): number => Math.min(Math.max(at < 0 ? at + size : at, 0), size);
  const from = clamp(start ?? 0);
  const length = Math.max(Math.ceil((clamp(stop ?? size) - from) / step), 0);
  return sliceAs(x, d, from, length, step, 'SliceBackward0', -1);
}

// prettier-ignore
function sliceAs(x: Tensor, d: number, from: number, length: number, step: number, name: string, output: number): Tensor {
  const replaced = (list: readonly number[], value: number): number[] => list.map((old, i) => (i === d ? value : old));
  const stride = x.strides[d] as number;
  const geometry = {
    shape: replaced(x.shape, length),
    strides: replaced(x.strides, stride * step),
    offset: x.offset + from * stride,
  };
  return viewOf(x, name, geometry, (g) => intoSlice(g, x, d, from, step), output);
}

/** `length` elements of dimension `dim` from `start`; a view. */
export function narrow(x: Tensor, dim: number, start: number, length: number): Tensor {
  const d = wrapDim(dim, x.dim());
  const size = x.shape[d] as number;
  const from = start === size ? size : wrapDim(start, size);
  if (length < 0 || from + length > size) {
    throw new RuntimeError(
      `start (${from}) + length (${length}) exceeds dimension size (${size}).`,
    );
  }
  return slice(x, d, from, from + length);
}

/** All slices along `dim`, without that dimension; views. */
export function unbind(x: Tensor, dim = 0): Tensor[] {
  if (x.dim() === 0) throw new IndexError('Dimension specified as 0 but tensor has no dimensions');
  const d = wrapDim(dim, x.dim());
  return Array.from({ length: x.shape[d] as number }, (_, i) =>
    selectAs(x, d, i, 'UnbindBackward0', i),
  );
}

/** Pieces of a size, or of the given sizes, along `dim`; views. The last may be smaller. */
export function split(x: Tensor, sizes: number | readonly number[], dim = 0): Tensor[] {
  const d = wrapDim(dim, x.dim());
  const total = x.shape[d] as number;
  const list = typeof sizes === 'number' ? evenSizes(total, sizes) : sizes;
  if (list.reduce((a, b) => a + b, 0) !== total) {
    throw new RuntimeError(
      `split_with_sizes expects split_sizes to sum exactly to ${total} (input tensor's size at dimension ${d}), ` +
        `but got split_sizes=${showShape(list)}`,
    );
  }
  const name = typeof sizes === 'number' ? 'SplitBackward0' : 'SplitWithSizesBackward0';
  let from = 0;
  return list.map((size, i) => {
    const piece = sliceAs(x, d, from, size, 1, name, i);
    from += size;
    return piece;
  });
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

/** Up to `chunks` pieces of equal size along `dim`; views. */
export function chunk(x: Tensor, chunks: number, dim = 0): Tensor[] {
  if (chunks <= 0) {
    throw new RuntimeError(`chunk expects \`chunks\` to be greater than 0, got: ${chunks}`);
  }
  const size = x.shape[wrapDim(dim, x.dim())] as number;
  return size === 0
    ? Array.from({ length: chunks }, () => x.narrow(dim, 0, 0))
    : split(x, Math.ceil(size / chunks), dim);
}

/** Tensors one after another along `dim`; each receives its part of the gradient. Empty vectors count for nothing. */
export function cat(all: readonly Tensor[], dim = 0): Tensor {
  if (all.length === 0) throw new RuntimeError('torch.cat(): expected a non-empty list of Tensors');
  const filled = all.filter((x) => x.dim() !== 1 || x.shape[0] !== 0);
  const tensors = filled.length === 0 ? all : filled;
  const first = tensors[0] as Tensor;
  const d = wrapDim(dim, first.dim());
  tensors.forEach((x, i) => checkCat(first, x, d, i));
  const dtype = tensors.map((x) => x.dtype).reduce((a, b) => (a === b ? a : wider(a, b)));
  const lengths = tensors.map((x) => x.shape[d] as number);
  const starts = lengths.map((_, i) => lengths.slice(0, i).reduce((a, b) => a + b, 0));
  const total = lengths.reduce((a, b) => a + b, 0);
  const shape = first.shape.map((size, i) => (i === d ? total : size));
  const data = allocate(dtype, numel(shape));
  const strides = contiguousStrides(shape);
  tensors.forEach((x, i) =>
    writeElements(x, data, dtype, strides, (starts[i] as number) * (strides[d] as number)),
  );
  const vjp = (g: Tensor, i: number): Tensor =>
    to(narrow(g, d, starts[i] as number, lengths[i] as number), (tensors[i] as Tensor).dtype);
  return record(wrap(data, shape, dtype), 'CatBackward0', tensors, vjp);
}

function checkCat(first: Tensor, x: Tensor, dim: number, i: number): void {
  if (x.dim() === 0) {
    throw new RuntimeError(`zero-dimensional tensor (at position ${i}) cannot be concatenated`);
  }
  if (x.dim() !== first.dim()) {
    throw new RuntimeError(
      `Tensors must have same number of dimensions: got ${first.dim()} and ${x.dim()}`,
    );
  }
  x.shape.forEach((size, d) => {
    if (d === dim || size === first.shape[d]) return;
    throw new RuntimeError(
      `Sizes of tensors must match except in dimension ${dim}. Expected size ${first.shape[d] as number} but ` +
        `got size ${size} for tensor number ${i} in the list.`,
    );
  });
}

/** Tensors of one shape along a new dimension. */
export function stack(tensors: readonly Tensor[], dim = 0): Tensor {
  const [first] = tensors;
  if (first === undefined) throw new RuntimeError('stack expects a non-empty TensorList');
  tensors.forEach((x, i) => {
    if (sameShape(x.shape, first.shape)) return;
    throw new RuntimeError(
      `stack expects each tensor to be equal size, but got ${showShape(first.shape)} at entry 0 and ` +
        `${showShape(x.shape)} at entry ${i}`,
    );
  });
  const d = wrapDim(dim, first.dim() + 1);
  const joined = cat(
    tensors.map((x) => unsqueeze(x.detach(), d)),
    d,
  );
  return record(joined, 'StackBackward0', tensors, (g, i) =>
    to(select(g, d, i), (tensors[i] as Tensor).dtype),
  );
}
