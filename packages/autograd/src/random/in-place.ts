import { checked } from '../core/check.ts';
import { inPlace } from '../ops/in-place.ts';
import { allocate } from '../core/allocate.ts';
import { requireFloating } from '../core/dtype.ts';
import { wrap } from '../core/make.ts';
import { permute } from '../ops/view.ts';
import type { Tensor } from '../core/tensor.ts';
import { fillBernoulli, fillExponential } from './discrete.ts';
import { defaultGenerator, type Generator } from './generator.ts';
import { fillNormal } from './normal.ts';
import { type FloatArray, fillUniform } from './uniform.ts';

/** Replaces the values of `x`, in memory order; refused for a leaf that requires grad unless under noGrad. */
function refill(x: Tensor, fill: (data: FloatArray) => void): Tensor {
  return inPlace(x, () => {
    const data = allocate(x.dtype, x.numel()) as FloatArray;
    fill(data);
    const dims = x.shape.map((_, d) => d);
    const outermost = (a: number, b: number): number =>
      (x.strides[b] as number) - (x.strides[a] as number);
    const order = dims.toSorted(outermost);
    const inMemory = wrap(
      data,
      order.map((d) => x.shape[d] as number),
      x.dtype,
    );
    return permute(
      inMemory,
      dims.map((d) => order.indexOf(d)),
    );
  });
}

/**
 * Fills `x` in place with uniform numbers in [low, high), and returns it; its history ends.
 * Throws RuntimeError if low > high, if `x` is not floating, or `x` is a leaf that requires grad (outside `noGrad`).
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.Tensor.uniform_.html
 */
export const uniform_ = checked(
  'uniform_ self:T from:n? to:n? generator:??',
  (x: Tensor, low = 0, high = 1, generator: Generator = defaultGenerator()): Tensor => {
    requireFloating(x.dtype, 'check_uniform_bounds');
    return refill(x, (data) => {
      fillUniform(data, low, high, generator);
    });
  },
);

/**
 * Fills `x` in place with normal numbers, and returns it; its history ends.
 * Throws RuntimeError if `std` is negative or NaN, if `x` is not floating, or `x` is a leaf that requires grad (outside `noGrad`).
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.Tensor.normal_.html
 */
export const normal_ = checked(
  'normal_ self:T mean:n? std:n? generator:??',
  (x: Tensor, mean = 0, std = 1, generator: Generator = defaultGenerator()): Tensor => {
    requireFloating(x.dtype, 'normal_kernel_cpu');
    // Only memory without gaps, in order, takes the path for many numbers.
    const size = x.isContiguous() ? x.numel() : 1;
    return refill(x, (data) => {
      for (let i = 0; i < data.length; i += size) {
        fillNormal(data.subarray(i, i + size), mean, std, generator);
      }
    });
  },
);

/**
 * Fills `x`, of any dtype, in place with 1 with probability `p`, else 0, and returns it; its history ends.
 * Throws RuntimeError if `p` is outside [0, 1], or `x` is a leaf that requires grad (outside `noGrad`).
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.Tensor.bernoulli_.html
 */
export const bernoulli_ = checked(
  'bernoulli_ self:T p:n? generator:??',
  (x: Tensor, p = 0.5, generator: Generator = defaultGenerator()): Tensor => {
    return refill(x, (data) => {
      fillBernoulli(data, p, generator);
    });
  },
);

/**
 * Fills `x` in place with exponential numbers, whose mean is 1 / `rate`, and returns it; its history ends.
 * Throws RuntimeError if `rate` is not above 0, if `x` is not floating, or `x` is a leaf that requires grad (outside `noGrad`).
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.Tensor.exponential_.html
 */
export const exponential_ = checked(
  'exponential_ self:T lambd:n? generator:??',
  (x: Tensor, rate = 1, generator: Generator = defaultGenerator()): Tensor => {
    requireFloating(x.dtype, 'exponential_cpu');
    return refill(x, (data) => {
      fillExponential(data, rate, generator);
    });
  },
);
