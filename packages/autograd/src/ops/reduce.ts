import { allocate } from '../core/allocate.ts';
import { type DType, isFloating, typeName } from '../core/dtype.ts';
import { RuntimeError } from '../core/errors.ts';
import { forEachRow } from '../core/elements.ts';
import { elements, wrap } from '../core/make.ts';
import { record } from '../core/record.ts';
import {
  type Shape,
  contiguousStrides,
  dimensions,
  numel,
  reducedShape,
  sameShape,
  wrapDims,
} from '../core/shape.ts';
import type { Storage } from '../core/storage.ts';
import { kernelsFor } from '../kernels/kernels.ts';
import type { Tensor } from '../tensor.ts';
import { filled } from './constant.ts';
import { expand, permuted, reshape } from './view.ts';

/** The options of reductions. */
export interface KeepdimOptions {
  /** Whether reduced dimensions stay, as 1, rather than go. */
  keepdim?: boolean;
}

/** One dimension or several, counted from the end if negative; [] is all of them. */
export type Dims = number | Shape;

/** Spreads the gradient of a reduction back over what was reduced. */
export function spread(g: Tensor, shape: Shape, dims: Shape, keepdim: boolean): Tensor {
  if (shape.length === 0) return g;
  const kept =
    keepdim || dims.length === shape.length ? g : reshape(g, reducedShape(shape, dims, true));
  return expand(kept, shape);
}

/** Sums over `dims`, in float64 even for float32, rounded once. */
function sumElements(x: Tensor, dims: Shape, dtype: DType, keepdim: boolean): Tensor {
  const shape = reducedShape(x.shape, dims, keepdim);
  const { sum, accumulate } = kernelsFor(x.dtype);
  if (dims.length === x.dim()) {
    const data = elements(x);
    return filled(shape, sum(data, 0, 1, data.length), dtype);
  }
  const kept = dimensions(x).filter((d) => !dims.includes(d));
  const from = permuted(x, [...dims, ...kept]);
  const totals = allocate('float64', numel(shape)) as Float64Array;
  const to = [...dims.map(() => 0), ...contiguousStrides(kept.map((d) => x.shape[d] as number))];
  const { data } = x.storage as Storage;
  const step = from.strides.at(-1) as number;
  const size = from.shape.at(-1) as number;
  forEachRow(from.shape, [from.strides, to], [x.offset, 0], ([i = 0, k = 0]) => {
    accumulate(data, i, step, totals, k, size);
  });
  return wrap(dtype === 'float32' ? new Float32Array(totals) : totals, shape, dtype);
}

/**
 * Σx over `dim`, one or several, which go or stay as 1; of all elements without it or for []. Whole numbers give
 * int64; float32 is summed in float64 and rounded once; no elements give 0. d Σx = Σ dx: every summed element
 * receives the gradient.
 * Throws IndexError if there is no such dimension, RuntimeError if one stands twice.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.sum.html
 */
export function sum(x: Tensor, dim?: Dims, { keepdim = false }: KeepdimOptions = {}): Tensor {
  const dims = wrapDims(dim, x.dim());
  const dtype = isFloating(x.dtype) ? x.dtype : 'int64';
  const name = dim === undefined ? 'SumBackward0' : 'SumBackward1';
  return record(sumElements(x, dims, dtype, keepdim), name, [x], (g) =>
    spread(g, x.shape, dims, keepdim),
  );
}

/**
 * Σx / n over `dim`, one or several, which go or stay as 1; of all elements without it or for []; NaN for no
 * elements. d mean(x) = Σ dx / n.
 * Throws RuntimeError for whole numbers or a dimension twice, IndexError if there is no such dimension.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.mean.html
 */
export function mean(x: Tensor, dim?: Dims, { keepdim = false }: KeepdimOptions = {}): Tensor {
  if (!isFloating(x.dtype)) {
    throw new RuntimeError(
      'mean(): could not infer output dtype. Input dtype must be either a floating point or complex dtype. ' +
        `Got: ${typeName(x.dtype)}`,
    );
  }
  const dims = wrapDims(dim, x.dim());
  const count = numel(dims.map((d) => x.shape[d] as number));
  const total = x.detach().sum(dim, { keepdim }).div(count);
  const name = dim === undefined ? 'MeanBackward0' : 'MeanBackward1';
  return record(total, name, [x], (g) => spread(g.div(count), x.shape, dims, keepdim));
}

/** Undoes a broadcast: sums `x` down to `shape`, to which it was broadcast from. */
export function sumToSize(x: Tensor, shape: Shape): Tensor {
  if (sameShape(x.shape, shape)) return x;
  const lead = x.dim() - shape.length;
  const grown = dimensions(x).filter(
    (d) => d < lead || (shape[d - lead] === 1 && x.shape[d] !== 1),
  );
  return reshape(sum(x, grown), shape);
}

/**
 * Whether any element is not 0, of all or along `dim`, which goes or stays as 1; bool, without a gradient. NaN is
 * not 0; of no elements false. Throws IndexError if there is no such dimension.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.any.html
 */
export function any(x: Tensor, dim?: number, options?: KeepdimOptions): Tensor {
  return sum(x.detach().ne(0), dim, options).ne(0);
}

/**
 * Whether no element is 0, of all or along `dim`, which goes or stays as 1; bool, without a gradient. NaN is not
 * 0; of no elements true. Throws IndexError if there is no such dimension.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.all.html
 */
export function all(x: Tensor, dim?: number, options?: KeepdimOptions): Tensor {
  return sum(x.detach().eq(0), dim, options).eq(0);
}
