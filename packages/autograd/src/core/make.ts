import { Tensor } from './tensor.ts';
import { Memory, isContiguous, storageOf, valueOf } from './base.ts';
import { allocate } from './allocate.ts';
import type { Data, DType } from './dtype.ts';
import { type Node, SINGLE } from './node.ts';
import { SCALAR, type Shape, contiguousStrides, numel } from './shape.ts';
import { Storage } from './storage.ts';
import { copyElements } from './elements.ts';

/** A fresh 0-dim tensor, which is only a number. `value` must be rounded to `dtype` already. */
export function scalarTensor(value: number, dtype: DType): Tensor {
  return new Tensor(SCALAR, dtype, value, null);
}

/** A tensor on `data`, which it owns from now on, in row-major order. */
export function wrap(data: Data, shape: Shape, dtype: DType): Tensor {
  if (shape.length === 0) return scalarTensor(data[0] as number, dtype);
  return new Tensor(shape, dtype, 0, new Memory(new Storage(data), contiguousStrides(shape), 0));
}

/** The tensor's own memory, read with another geometry. Not yet a view for autograd. */
export function alias(tensor: Tensor, shape: Shape, strides: Shape, offset: number): Tensor {
  return new Tensor(shape, tensor.dtype, 0, new Memory(storageOf(tensor), strides, offset));
}

/**
 * The same memory, without history: a view whose changes in place count for both.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.Tensor.detach.html
 */
export function detach(x: Tensor): Tensor {
  return alias(x, x.shape, x.strides, x.offset);
}

/** The gradient that is pending at `node`, in a graph of numbers, as a tensor. */
export function pendingTensor(node: Node): Tensor {
  return scalarTensor(node.pending, node.flags & SINGLE ? 'float32' : 'float64');
}

/** The elements in row-major order: the tensor's own array where it is just that, else a copy. */
export function elements(tensor: Tensor): Data {
  const { storage, shape, dtype } = tensor;
  if (storage === null) {
    const data = allocate(dtype, 1);
    data[0] = tensor.scalar;
    return data;
  }
  const count = numel(shape);
  if (isContiguous(tensor)) {
    const { data } = storage;
    return data.length === count ? data : data.subarray(tensor.offset, tensor.offset + count);
  }
  return copyElements(tensor, dtype);
}

/** The elements in row-major order as `dtype`, possibly the tensor's own array. */
export function elementsAs(tensor: Tensor, dtype: DType): Data {
  return tensor.dtype === dtype ? elements(tensor) : copyElements(tensor, dtype);
}

/** A copy with its own memory, in row-major order; not recorded. */
export function copyOf(x: Tensor): Tensor {
  if (x.shape.length === 0) return scalarTensor(valueOf(x), x.dtype);
  return wrap(copyElements(x, x.dtype), x.shape, x.dtype);
}
