import { Tensor } from '../tensor.ts';
import { Memory, storageOf } from './base.ts';
import { allocate } from './allocate.ts';
import { type Data, type DType } from './dtype.ts';
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

/** The elements in row-major order: the tensor's own array where it is just that, else a copy. */
export function elements(tensor: Tensor): Data {
  const { storage, shape, dtype } = tensor;
  if (storage === null) {
    const data = allocate(dtype, 1);
    data[0] = tensor.scalar;
    return data;
  }
  const count = numel(shape);
  if (tensor.isContiguous()) {
    const { data } = storage;
    return data.length === count ? data : data.subarray(tensor.offset, tensor.offset + count);
  }
  return copyElements(tensor, dtype);
}

/** The elements in row-major order as `dtype`, possibly the tensor's own array. */
export function elementsAs(tensor: Tensor, dtype: DType): Data {
  return tensor.dtype === dtype ? elements(tensor) : copyElements(tensor, dtype);
}
