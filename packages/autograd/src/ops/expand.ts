import { checked } from '../core/check.ts';
import { allocate } from '../core/allocate.ts';
import { filled } from '../core/constant.ts';
import { type DType, isFloating, typeName } from '../core/dtype.ts';
import { forEachRow } from '../core/elements.ts';
import { RuntimeError } from '../core/errors.ts';
import { elements, wrap } from '../core/make.ts';
import { record } from '../core/record.ts';
import {
  type Shape,
  broadcastStrides,
  contiguousStrides,
  dimensions,
  numel,
  reducedShape,
  sameShape,
  showShape,
  wrapDims,
} from '../core/shape.ts';
import type { Storage } from '../core/storage.ts';
import type { Tensor } from '../core/tensor.ts';
import { kernelsFor } from '../kernels/kernels.ts';
import { viewOf } from './strided.ts';
import { permuted, reshape } from './view.ts';

/*
 * Repeating and summing stand together because each is the gradient of the other.
 */

/** The options of reductions. */
export interface KeepdimOptions {
  /** Whether reduced dimensions stay, as 1, rather than go. */
  keepdim?: boolean;
}

/** One dimension or several, counted from the end if negative; [] is all of them. */
export type Dims = number | Shape;

/**
 * A view in which dimensions of size 1 repeat and new ones stand in front, nothing copied: [n, 1] → [k, n, m]; −1
 * keeps a size. The gradient sums the repeats. `clone` it before arithmetic in place.
 * Throws RuntimeError if there are fewer sizes than dimensions, or if a size other than 1 would change.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.Tensor.expand.html
 */
export const expand = checked('expand self:T size:S', (x: Tensor, sizes: Shape): Tensor => {
  const lead = sizes.length - x.dim();
  if (lead < 0) {
    throw new RuntimeError(
      `expand(torch.${typeName(x.dtype)}Tensor{${showShape(x.shape)}}, ` +
        `size=${showShape(sizes)}): the number of sizes provided (${sizes.length}) must be greater or equal ` +
        `to the number of dimensions in the tensor (${x.dim()})`,
    );
  }
  const sizeAt = (size: number, d: number): number => {
    const own = x.shape[d - lead];
    if (size === -1)
      return own ?? refuseExpand(`(-1) isn't allowed in a leading, non-existing dimension ${d}`);
    if (size < 0 && (own ?? 1) === 1) {
      throw new RuntimeError('numel: integer multiplication overflow');
    }
    if (own === undefined || own === 1 || own === size) return size;
    return refuseExpand(
      `(${size}) must match the existing size (${own}) at non-singleton dimension ${d}.  ` +
        `Target sizes: ${showShape(sizes)}.  Tensor sizes: ${showShape(x.shape)}`,
    );
  };
  const shape = [...sizes];
  // The complaint is about the last dimension that does not fit.
  for (let d = shape.length - 1; d >= 0; d--) shape[d] = sizeAt(shape[d] as number, d);
  const strides = broadcastStrides(x.shape, x.strides, shape);
  return viewOf(x, 'ExpandBackward0', { shape, strides, offset: x.offset }, (g) =>
    sumToSize(g, x.shape),
  );
});

function refuseExpand(problem: string): never {
  throw new RuntimeError(`The expanded size of the tensor ${problem}`);
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
  forEachRow(from.shape, [from.strides, to], [x.offset, 0], ([i, k]) => {
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
export const sum = checked(
  'sum self:T dim:I? *keepdim:b',
  (x: Tensor, dim?: Dims, { keepdim = false }: KeepdimOptions = {}): Tensor => {
    const dims = wrapDims(dim, x.dim());
    const dtype = isFloating(x.dtype) ? x.dtype : 'int64';
    const name = dim === undefined ? 'SumBackward0' : 'SumBackward1';
    return record(sumElements(x, dims, dtype, keepdim), name, [x], (g) =>
      spread(g, x.shape, dims, keepdim),
    );
  },
);
