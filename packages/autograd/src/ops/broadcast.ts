import { allocate } from '../core/allocate.ts';
import { type Data, type DType, isFloating, round } from '../core/dtype.ts';
import { copyElements, forEachRow } from '../core/elements.ts';
import { wrap } from '../core/make.ts';
import type { Operand } from '../core/node.ts';
import {
  SCALAR,
  type Shape,
  broadcastShapes,
  broadcastStrides,
  contiguousStrides,
  numel,
  sameShape,
  sizeAt,
  strideAt,
} from '../core/shape.ts';
import { kernelsFor } from '../kernels/kernels.ts';
import type { Tensor } from '../core/tensor.ts';

/** Loops written out for one operation; the others call their `forward` for each element. */
export type BinaryLoop = 'add' | 'sub' | 'mul' | 'div';

interface Source {
  data: Data;
  shape: Shape;
  strides: Shape;
  offset: number;
  dense: boolean;
}

function source(operand: Operand, dtype: DType): Source {
  if (typeof operand === 'number' || operand.storage === null) {
    const data = allocate(dtype, 1);
    data[0] = round(dtype, typeof operand === 'number' ? operand : operand.scalar);
    return { data, shape: SCALAR, strides: SCALAR, offset: 0, dense: true };
  }
  const { shape, strides, offset, storage } = operand;
  if (operand.dtype === dtype) {
    return { data: storage.data, shape, strides, offset, dense: operand.isContiguous() };
  }
  const data = copyElements(operand, dtype);
  return { data, shape, strides: contiguousStrides(shape), offset: 0, dense: true };
}

/** `f` of every pair of elements of `a` and `b`, which are broadcast and cast to `dtype` first. */
export function zipBroadcast(
  f: (x: number, y: number) => number,
  loop: BinaryLoop | undefined,
  a: Operand,
  b: Operand,
  dtype: DType,
): Tensor {
  const x = source(a, dtype);
  const y = source(b, dtype);
  const shape = broadcastShapes(x.shape, y.shape);
  const out = allocate(dtype, numel(shape));
  zipInto(f, loop, x, y, shape, out, dtype);
  // Two truths add up to 2 in the loop, and 0 · −1 is −0.
  if (!isFloating(dtype)) out.forEach((value, k) => (out[k] = round(dtype, value)));
  return wrap(out, shape, dtype);
}

/** The same, where the output is a bool: `f` returns whether the pair passes. */
export function compareBroadcast(
  f: (x: number, y: number) => boolean,
  a: Operand,
  b: Operand,
  dtype: DType,
): Tensor {
  const truth = zipBroadcast((x, y) => Number(f(x, y)), undefined, a, b, dtype);
  return wrap(Uint8Array.from(truth.storage?.data ?? [truth.scalar]), truth.shape, 'bool');
}

function zipInto(
  f: (x: number, y: number) => number,
  loop: BinaryLoop | undefined,
  x: Source,
  y: Source,
  shape: Shape,
  out: Data,
  dtype: DType,
): void {
  const kernels = kernelsFor(dtype);
  const run = (a: Source, p: number, b: Source, q: number, n: number, k = 0): void => {
    if (loop === undefined) kernels.zip(f, a.data, a.offset, p, b.data, b.offset, q, out, k, n);
    else kernels[loop](a.data, a.offset, p, b.data, b.offset, q, out, k, n);
  };
  const left = fill(x, shape, dtype);
  const right = fill(y, shape, dtype);
  if (left !== null && right !== null) {
    const p = left.shape.length === 0 ? 0 : 1;
    const q = right.shape.length === 0 ? 0 : 1;
    run(left, p, right, q, out.length);
    return;
  }
  const xs = broadcastStrides(x.shape, x.strides, shape);
  const ys = broadcastStrides(y.shape, y.strides, shape);
  const last = shape.length - 1;
  const size = sizeAt(shape, last);
  const p = strideAt(xs, last);
  const q = strideAt(ys, last);
  let k = 0;
  forEachRow(shape, [xs, ys], [x.offset, y.offset], ([i, j]) => {
    run({ ...x, offset: i }, p, { ...y, offset: j }, q, size, k);
    k += size;
  });
}

/**
 * The operand as one run of elements that fills `shape`, or as a single one: a vector such as a bias is
 * written out row below row, since many short loops take longer than one long one. Null otherwise.
 */
function fill(operand: Source, shape: Shape, dtype: DType): Source | null {
  const rank = operand.shape.length;
  if (rank === 0) return operand;
  const lead = shape.length - rank;
  const end = lead === 0 ? shape : shape.slice(lead);
  if (!operand.dense || !sameShape(operand.shape, end)) return null;
  if (lead === 0) return operand;
  const row = numel(operand.shape);
  const data = allocate(dtype, numel(shape));
  if (data.length === 0) return null;
  data.set(operand.data.subarray(operand.offset, operand.offset + row));
  for (let filled = row; filled < data.length; filled *= 2) data.copyWithin(filled, 0, filled);
  return { ...operand, data, offset: 0 };
}
