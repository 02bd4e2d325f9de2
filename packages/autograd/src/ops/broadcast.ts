import { type DType, allocate, round } from '../core/dtype.ts';
import { copyElements, forEachRow } from '../core/elements.ts';
import { wrap } from '../core/make.ts';
import type { Operand } from '../core/node.ts';
import { SCALAR, type Shape, broadcastShapes, broadcastStrides, numel } from '../core/shape.ts';
import type { Data } from '../core/dtype.ts';
import { contiguousStrides } from '../core/shape.ts';
import { kernelsFor } from '../kernels/kernels.ts';
import type { Tensor } from '../tensor.ts';

/** Loops written out for one operation; the others call their `forward` for each element. */
export type Loop = 'add' | 'sub' | 'mul' | 'div';

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
    return { data, shape: SCALAR, strides: SCALAR, offset: 0, dense: false };
  }
  const { shape, strides, offset, storage } = operand;
  const dense = shape.length > 0 && operand.isContiguous();
  if (operand.dtype === dtype && dtype !== 'bool') {
    return { data: storage.data, shape, strides, offset, dense };
  }
  const data = copyElements(operand, dtype === 'bool' ? 'int64' : dtype);
  return { data, shape, strides: contiguousStrides(shape), offset: 0, dense: shape.length > 0 };
}

/** `f` of every pair of elements of `a` and `b`, which are broadcast and cast to `dtype` first. */
export function zipBroadcast(
  f: (x: number, y: number) => number,
  loop: Loop | undefined,
  a: Operand,
  b: Operand,
  dtype: DType,
): Tensor {
  const x = source(a, dtype);
  const y = source(b, dtype);
  const shape = broadcastShapes(x.shape, y.shape);
  const out = allocate(dtype, numel(shape));
  zipInto(f, loop, x, y, shape, out, dtype);
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
  loop: Loop | undefined,
  x: Source,
  y: Source,
  shape: Shape,
  out: Data,
  dtype: DType,
): void {
  const kernels = kernelsFor(dtype);
  const run = (i: number, p: number, j: number, q: number, k: number, n: number): void => {
    if (loop === undefined) kernels.zip(f, x.data, i, p, y.data, j, q, out, k, n);
    else kernels[loop](x.data, i, p, y.data, j, q, out, k, n);
  };
  const xFills = x.dense && x.shape.length === shape.length && sameSize(x.shape, shape);
  const yFills = y.dense && y.shape.length === shape.length && sameSize(y.shape, shape);
  const xOne = x.shape.length === 0;
  const yOne = y.shape.length === 0;
  if ((xFills || xOne) && (yFills || yOne)) {
    run(x.offset, xOne ? 0 : 1, y.offset, yOne ? 0 : 1, 0, out.length);
    return;
  }
  const xs = broadcastStrides(x.shape, x.strides, shape);
  const ys = broadcastStrides(y.shape, y.strides, shape);
  const last = shape.length - 1;
  const size = shape[last] ?? 1;
  let k = 0;
  forEachRow(shape, [xs, ys], [x.offset, y.offset], ([i = 0, j = 0]) => {
    run(i, xs[last] ?? 0, j, ys[last] ?? 0, k, size);
    k += size;
  });
}

function sameSize(a: Shape, b: Shape): boolean {
  for (let d = 0; d < a.length; d++) if (a[d] !== b[d]) return false;
  return true;
}
