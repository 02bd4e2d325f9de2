import { type DType, allocate, isFloating, typeName } from '../core/dtype.ts';
import { RuntimeError } from '../core/errors.ts';
import { forEachRow } from '../core/elements.ts';
import { elements, scalarTensor, wrap } from '../core/make.ts';
import { record } from '../core/record.ts';
import { type Shape, numel, reducedShape, sameShape, wrapDims } from '../core/shape.ts';
import { round } from '../core/dtype.ts';
import { kernelsFor } from '../kernels/kernels.ts';
import type { Tensor } from '../tensor.ts';
import { expand, reshape } from './view.ts';

/** Which dimensions of a reduction stay as size 1. */
export interface KeepdimOptions {
  keepdim?: boolean;
}

export type Dims = number | Shape;

/** Spreads the gradient of a reduction back over what was reduced. */
export function spread(g: Tensor, shape: Shape, dims: Shape, keepdim: boolean): Tensor {
  if (shape.length === 0) return g;
  const kept =
    keepdim || dims.length === shape.length ? g : reshape(g, reducedShape(shape, dims, true));
  return expand(kept, shape);
}

/** Sums of the innermost `inner` elements each, or with a stride for dimensions further out. */
function sumElements(x: Tensor, dims: Shape, dtype: DType): Tensor {
  const shape = reducedShape(x.shape, dims, false);
  if (shape.length === 0) {
    const data = elements(x);
    return scalarTensor(round(dtype, kernelsFor(x.dtype).sum(data, 0, 1, data.length)), dtype);
  }
  return wrap(sumRows(x, dims, shape, dtype), shape, dtype);
}

function sumRows(x: Tensor, dims: Shape, shape: Shape, dtype: DType) {
  const kept = x.shape.map((_, d) => d).filter((d) => !dims.includes(d));
  const order = [...dims, ...kept];
  const at = (list: Shape): number[] => order.map((d) => list[d] as number);
  // Sums run in float64 even for float32, and are rounded once.
  const totals = new Float64Array(numel(shape));
  const strides = at(x.shape).map(() => 0);
  let step = 1;
  for (let d = order.length - 1; d >= dims.length; d--) {
    strides[d] = step;
    step *= x.shape[order[d] as number] as number;
  }
  const { data } = x.storage as NonNullable<Tensor['storage']>;
  const sizes = at(x.shape);
  const p = at(x.strides).at(-1) ?? 0;
  const size = sizes.at(-1) ?? 1;
  const { accumulate } = kernelsFor(x.dtype);
  forEachRow(sizes, [at(x.strides), strides], [x.offset, 0], ([i = 0, k = 0]) => {
    accumulate(data, i, p, totals, k, size);
  });
  if (dtype !== 'float32') return totals;
  const out = allocate(dtype, totals.length);
  out.set(totals);
  return out;
}

/**
 * d Σx = Σ dx: every summed element receives the gradient.
 * https://pytorch.org/docs/stable/generated/torch.sum.html
 */
export function sum(x: Tensor, dim?: Dims, { keepdim = false }: KeepdimOptions = {}): Tensor {
  const dims = wrapDims(dim, x.dim());
  const dtype = isFloating(x.dtype) ? x.dtype : 'int64';
  const flat = sumElements(x, dims, dtype);
  const output = keepdim ? reshape(flat, reducedShape(x.shape, dims, true)) : flat;
  const name = dim === undefined ? 'SumBackward0' : 'SumBackward1';
  return record(output, name, [x], (g) => spread(g, x.shape, dims, keepdim));
}

/** d mean(x) = Σ dx / n. https://pytorch.org/docs/stable/generated/torch.mean.html */
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
  const grown = x.shape
    .map((_, d) => d)
    .filter((d) => d < lead || (shape[d - lead] === 1 && x.shape[d] !== 1));
  return reshape(sum(x, grown), shape);
}

/** Whether any element is not 0, of all or along `dim`, as a bool tensor. */
export function any(x: Tensor, dim?: number, options?: KeepdimOptions): Tensor {
  return sum(x.detach().ne(0), dim, options).ne(0);
}

/** Whether no element is 0, of all or along `dim`, as a bool tensor. */
export function all(x: Tensor, dim?: number, options?: KeepdimOptions): Tensor {
  return sum(x.detach().eq(0), dim, options).eq(0);
}
