import { type DType, isFloating, round } from '../core/dtype.ts';
import { argumentsOf } from '../core/check.ts';
import { copyElements } from '../core/elements.ts';
import { copyOf, scalarTensor, wrap } from '../core/make.ts';
import { record } from '../core/record.ts';
import { isContiguous, valueOf } from '../core/base.ts';
import type { Tensor } from '../core/tensor.ts';

const checkTo = argumentsOf('to self:T dtype:d');

/**
 * `x` as `dtype`; `x` itself if it is that already. Fractions are cut off for int64; bool is whether x ≠ 0.
 * Casting is linear, so the gradient is cast back.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.Tensor.to.html
 */
export function to(x: Tensor, dtype: DType): Tensor {
  if (x.dtype === dtype) return x;
  checkTo(x, dtype);
  const output =
    x.shape.length === 0
      ? scalarTensor(round(dtype, valueOf(x)), dtype)
      : wrap(copyElements(x, dtype), x.shape, dtype);
  if (!isFloating(dtype)) return output;
  return record(output, 'ToCopyBackward0', [x], (g) => to(g, x.dtype));
}

/**
 * A copy with its own memory, in row-major order; the gradient passes through.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.clone.html
 */
export function clone(x: Tensor): Tensor {
  return record(copyOf(x), 'CloneBackward0', [x], (g) => g);
}

/**
 * The same values, in row-major order without gaps: `x` itself if it is so already, else a clone.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.Tensor.contiguous.html
 */
export function contiguous(x: Tensor): Tensor {
  return isContiguous(x) ? x : clone(x);
}
