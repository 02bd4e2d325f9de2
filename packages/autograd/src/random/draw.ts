import { allocate } from '../core/allocate.ts';
import { type DType, getDefaultDtype, requireFloating } from '../core/dtype.ts';
import { elements, wrap } from '../core/make.ts';
import { numel, requireSizes, type Shape } from '../core/shape.ts';
import type { Tensor } from '../tensor.ts';
import { fillBernoulliEach, fillIntegers, fillPermutation } from './discrete.ts';
import { defaultGenerator, type Generator } from './generator.ts';
import { fillNormal } from './normal.ts';
import { type FloatArray, fillUniform01 } from './uniform.ts';

export interface DrawOptions {
  /** The default dtype unless said otherwise. */
  dtype?: DType;
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
 * Uniform numbers in [0, 1).
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.rand.html
 */
export function rand(shape: Shape, options: DrawOptions = {}): Tensor {
  const { generator = defaultGenerator() } = options;
  return floats(shape, options, 'check_uniform_bounds', (data) => fillUniform01(data, generator));
}

/**
 * Standard normal numbers.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.randn.html
 */
export function randn(shape: Shape, options: DrawOptions = {}): Tensor {
  return normal(0, 1, shape, options);
}

/**
 * Normal numbers with one mean and one standard deviation.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.normal.html
 */
export function normal(mean: number, std: number, shape: Shape, options: DrawOptions = {}): Tensor {
  const { generator = defaultGenerator() } = options;
  return floats(shape, options, 'normal_kernel_cpu', (data) =>
    fillNormal(data, mean, std, generator),
  );
}

/**
 * Integers from `low` up to before `high`, int64 unless said otherwise.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.randint.html
 */
export function randint(
  low: number,
  high: number,
  shape: Shape,
  { dtype = 'int64', requiresGrad = false, generator = defaultGenerator() }: DrawOptions = {},
): Tensor {
  const data = allocate(dtype, numel(requireSizes(shape)));
  fillIntegers(data, low, high, generator);
  return wrap(data, [...shape], dtype).requiresGrad_(requiresGrad);
}

/**
 * The numbers 0 … n−1 in random order, int64.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.randperm.html
 */
export function randperm(
  n: number,
  { dtype = 'int64', requiresGrad = false, generator = defaultGenerator() }: DrawOptions = {},
): Tensor {
  const data = allocate(dtype, numel(requireSizes([n])));
  fillPermutation(data, generator);
  return wrap(data, [n], dtype).requiresGrad_(requiresGrad);
}

/**
 * Ones with the probabilities in `p`, else zeros, in p's shape and dtype.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.bernoulli.html
 */
export function bernoulli(p: Tensor, { generator = defaultGenerator() }: DrawOptions = {}): Tensor {
  requireFloating(p.dtype, 'bernoulli_tensor_cpu_p_');
  const data = allocate(p.dtype, p.numel());
  fillBernoulliEach(data, elements(p) as FloatArray, generator);
  return wrap(data, p.shape, p.dtype);
}
