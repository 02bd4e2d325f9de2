import type { Tensor } from './tensor.ts';
import { kernelsFor } from '../kernels/kernels.ts';
import { allocate } from './allocate.ts';
import { isContiguous } from './base.ts';
import { type Data, type DType, round } from './dtype.ts';
import { type Shape, contiguousStrides, numel, sizeAt, strideAt } from './shape.ts';

/**
 * Calls `row` once for each innermost row of `shape`, with where the row starts in each of the given
 * geometries. Row-major, so the last dimension runs inside `row`.
 */
export function forEachRow<Starts extends number[]>(
  shape: Shape,
  strides: readonly Shape[],
  starts: [...Starts],
  row: (starts: Readonly<Starts>) => void,
): void {
  const outer = shape.length - 1;
  const index = new Array<number>(Math.max(outer, 0)).fill(0);
  const rows = numel(shape.slice(0, Math.max(outer, 0)));
  if (shape[outer] === 0) return;
  for (let count = 0; count < rows; count++) {
    row(starts);
    for (let d = outer - 1; d >= 0; d--) {
      const size = shape[d] as number;
      index[d] = (index[d] as number) + 1;
      const wraps = index[d] === size;
      if (wraps) index[d] = 0;
      for (let s = 0; s < strides.length; s++) {
        const step = (strides[s] as Shape)[d] as number;
        starts[s] = starts[s] + (wraps ? -step * (size - 1) : step);
      }
      if (!wraps) break;
    }
  }
}

/** A row-major copy of the elements as `dtype`. */
export function copyElements(tensor: Tensor, dtype: DType): Data {
  const out = allocate(dtype, numel(tensor.shape));
  writeElements(tensor, out, dtype, contiguousStrides(tensor.shape), 0);
  return out;
}

/** Writes the elements of `tensor` into `out`, an array of `dtype` read with another geometry. */
export function writeElements(
  tensor: Tensor,
  out: Data,
  dtype: DType,
  strides: Shape,
  offset: number,
): void {
  const { shape, storage } = tensor;
  if (storage === null) {
    out[offset] = round(dtype, tensor.scalar);
    return;
  }
  const from = storage.data;
  const inner = shape.length - 1;
  const size = sizeAt(shape, inner);
  const p = strideAt(tensor.strides, inner);
  const r = strideAt(strides, inner);
  const same = tensor.dtype === dtype && dtype !== 'bool';
  const { copy } = kernelsFor(dtype);
  const row = ([i, k]: readonly [number, number]): void => {
    if (same) copy(from, i, p, out, k, r, size);
    else for (let c = 0; c < size; c++) out[k + c * r] = round(dtype, from[i + c * p] as number);
  };
  if (isContiguous(tensor) && same && isPacked(shape, strides)) {
    copy(from, tensor.offset, 1, out, offset, 1, numel(shape));
  } else forEachRow(shape, [tensor.strides, strides], [tensor.offset, offset], row);
}

function isPacked(shape: Shape, strides: Shape): boolean {
  const packed = contiguousStrides(shape);
  return shape.every((size, d) => size === 1 || strides[d] === packed[d]);
}
