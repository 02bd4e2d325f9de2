import { checked } from '../core/check.ts';
import { allocate } from '../core/allocate.ts';
import { type DType, getDefaultDtype, requireFloating } from '../core/dtype.ts';
import { elements, wrap } from '../core/make.ts';
import { numel, requireSizes, type Shape } from '../core/shape.ts';
import type { Tensor } from '../core/tensor.ts';
import { fillBernoulliEach, fillIntegers, fillPermutation } from './discrete.ts';
import { defaultGenerator, type Generator } from './generator.ts';
import { fillNormal } from './normal.ts';
import { type FloatArray, fillUniform01 } from './uniform.ts';

/** Options of what makes random tensors. */
export interface DrawOptions {
  /** The default dtype for floating draws, int64 for whole ones; `bernoulli` keeps that of `p`. */
  dtype?: DType;
  /** Whether the result wants a gradient; that of `bernoulli` never does. */
  requiresGrad?: boolean;
  /** Where the numbers come from; the default generator unless said otherwise. */
  generator?: Generator;
}

function floats(
  shape: Shape,
  { dtype = getDefaultDtype(), requiresGrad = false }: DrawOptions,
  kernel: string,
  fill: (data: FloatArray) => void,
): Tensor {
  requireFloating(dtype, kernel);
  const data = allocate(dtype, numel(requireSizes(shape))) as FloatArray;
  fill(data);
  return wrap(data, [...shape], dtype).requiresGrad_(requiresGrad);
}

/**
 * Uniform numbers in [0, 1), floating.
 * Throws RuntimeError if the dtype is not floating or a size is negative.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.rand.html
 */
export const rand = checked(
  'rand size:S *dtype:d *requiresGrad:b *generator:?',
  (shape: Shape, options: DrawOptions = {}): Tensor => {
    const { generator = defaultGenerator() } = options;
    return floats(shape, options, 'check_uniform_bounds', (data) => {
      fillUniform01(data, generator);
    });
  },
);

/**
 * Normal numbers with mean 0 and standard deviation 1, floating.
 * Throws RuntimeError if the dtype is not floating or a size is negative.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.randn.html
 */
export const randn = checked(
  'randn size:S *dtype:d *requiresGrad:b *generator:?',
  (shape: Shape, options: DrawOptions = {}): Tensor => {
    return normal(0, 1, shape, options);
  },
);

/**
 * Normal numbers with one mean and one standard deviation, floating.
 * Throws RuntimeError if `std` is negative or NaN, if the dtype is not floating or a size is negative.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.normal.html
 */
export const normal = checked(
  'normal mean:n std:n size:S *dtype:d *requiresGrad:b *generator:?',
  (mean: number, std: number, shape: Shape, options: DrawOptions = {}): Tensor => {
    const { generator = defaultGenerator() } = options;
    return floats(shape, options, 'normal_kernel_cpu', (data) => {
      fillNormal(data, mean, std, generator);
    });
  },
);

/**
 * Integers in [`low`, `high`), each as likely; int64 unless `dtype` says otherwise.
 * Throws RuntimeError if there are none, if a size is negative, or if gradients are wanted of what is not floating.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.randint.html
 */
export const randint = checked(
  'randint low:i high:i size:S *dtype:d *requiresGrad:b *generator:?',
  (
    low: number,
    high: number,
    shape: Shape,
    { dtype = 'int64', requiresGrad = false, generator = defaultGenerator() }: DrawOptions = {},
  ): Tensor => {
    const data = allocate(dtype, numel(requireSizes(shape)));
    fillIntegers(data, low, high, generator);
    return wrap(data, [...shape], dtype).requiresGrad_(requiresGrad);
  },
);

/**
 * The numbers 0 … n − 1 in random order: [n], int64 unless `dtype` says otherwise.
 * Throws RuntimeError if `n` is negative, or if gradients are wanted of what is not floating.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.randperm.html
 */
export const randperm = checked(
  'randperm n:i *dtype:d *requiresGrad:b *generator:?',
  (
    n: number,
    { dtype = 'int64', requiresGrad = false, generator = defaultGenerator() }: DrawOptions = {},
  ): Tensor => {
    const data = allocate(dtype, numel(requireSizes([n])));
    fillPermutation(data, generator);
    return wrap(data, [n], dtype).requiresGrad_(requiresGrad);
  },
);

/**
 * 1 with the probability that stands in `p`, else 0, for each element; in the shape and dtype of `p`, without history.
 * Throws RuntimeError if `p` is not floating or an element of it is outside [0, 1].
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.bernoulli.html
 */
export const bernoulli = checked(
  'bernoulli input:T *dtype:d *requiresGrad:b *generator:?',
  (p: Tensor, { generator = defaultGenerator() }: DrawOptions = {}): Tensor => {
    requireFloating(p.dtype, 'bernoulli_tensor_cpu_p_');
    const data = allocate(p.dtype, p.numel());
    fillBernoulliEach(data, elements(p) as FloatArray, generator);
    return wrap(data, p.shape, p.dtype);
  },
);
