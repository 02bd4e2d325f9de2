import { allocate } from './allocate.ts';
import { type DType, dtypeOfNumber, round } from './dtype.ts';
import { scalarTensor, wrap } from './make.ts';
import type { Operand } from './node.ts';
import { type Shape, numel } from './shape.ts';
import { Tensor } from './tensor.ts';

/** A new tensor of `shape` that holds `value` everywhere. */
export function filled(shape: Shape, value: number, dtype: DType): Tensor {
  const rounded = round(dtype, value);
  if (shape.length === 0) return scalarTensor(rounded, dtype);
  const data = allocate(dtype, numel(shape));
  return wrap(Object.is(rounded, 0) ? data : data.fill(rounded), shape, dtype);
}

/** The operand as a tensor; a number becomes a 0-dim one, of `dtype` or the one it has by itself. */
export function asTensor(operand: Operand, dtype?: DType): Tensor {
  if (operand instanceof Tensor) return operand;
  dtype ??= dtypeOfNumber(operand);
  return scalarTensor(round(dtype, operand), dtype);
}

/** Zeros of the same shape and dtype. */
export function zerosLike(x: Tensor, dtype = x.dtype): Tensor {
  return filled(x.shape, 0, dtype);
}

/** Ones of the same shape and dtype. */
export function onesLike(x: Tensor, dtype = x.dtype): Tensor {
  return filled(x.shape, 1, dtype);
}
