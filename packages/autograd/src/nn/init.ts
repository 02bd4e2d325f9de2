import { checked } from '../core/check.ts';
import { ValueError } from '../core/errors.ts';
import { noGrad } from '../core/grad-mode.ts';
import type { Generator } from '../random/generator.ts';
import * as random from '../random/in-place.ts';
import { eye } from '../create.ts';
import type { Tensor } from '../core/tensor.ts';
import { fans } from './fans.ts';

/** The activation that follows a layer. */
export type Nonlinearity =
  'linear' | 'conv1d' | 'conv2d' | 'sigmoid' | 'tanh' | 'relu' | 'leaky_relu' | 'selu';

/**
 * The factor by which weights should be larger to make up for what an activation takes away; `slope` is that of
 * leaky_relu below 0.
 *
 * @see https://docs.pytorch.org/docs/stable/nn.init.html#torch.nn.init.calculate_gain
 */
export function calculateGain(nonlinearity: Nonlinearity, slope = 0.01): number {
  if (nonlinearity === 'tanh') return 5 / 3;
  if (nonlinearity === 'relu') return Math.sqrt(2);
  if (nonlinearity === 'leaky_relu') return Math.sqrt(2 / (1 + slope ** 2));
  return nonlinearity === 'selu' ? 3 / 4 : 1;
}

/** The options of {@link xavierUniform_} and {@link xavierNormal_}. */
export interface XavierOptions {
  /** The factor of {@link calculateGain} for the activation that follows; 1 unless said otherwise. */
  gain?: number;
  /** Where the chance comes from; the default generator unless said otherwise. */
  generator?: Generator;
}

/** The options of {@link kaimingUniform_} and {@link kaimingNormal_}. */
export interface KaimingOptions {
  /** The negative slope of the leaky_relu that follows; 0 unless said otherwise. */
  a?: number;
  /** Which of the {@link fans} counts: 'fan_in' keeps the spread of values, 'fan_out' that of gradients. */
  mode?: 'fan_in' | 'fan_out';
  /** The activation that follows; leaky_relu unless said otherwise. */
  nonlinearity?: Nonlinearity;
  /** Where the chance comes from; the default generator unless said otherwise. */
  generator?: Generator;
}

/**
 * Fills x with uniform numbers in [low, high), in place, whether or not it requires grad, and returns it.
 * Throws RuntimeError if x holds whole numbers, or low > high.
 *
 * @see https://docs.pytorch.org/docs/stable/nn.init.html#torch.nn.init.uniform_
 */
export const uniform_ = checked(
  'uniform_ tensor:T a:n? b:n? generator:??',
  (x: Tensor, low = 0, high = 1, generator?: Generator): Tensor => {
    return noGrad(() => random.uniform_(x, low, high, generator));
  },
);

/**
 * Fills x with normal numbers, in place, whether or not it requires grad, and returns it.
 * Throws RuntimeError if x holds whole numbers, or std < 0.
 *
 * @see https://docs.pytorch.org/docs/stable/nn.init.html#torch.nn.init.normal_
 */
export const normal_ = checked(
  'normal_ tensor:T mean:n? std:n? generator:??',
  (x: Tensor, mean = 0, std = 1, generator?: Generator): Tensor => {
    return noGrad(() => random.normal_(x, mean, std, generator));
  },
);

/**
 * Fills x with one value, in place, and returns it.
 *
 * @see https://docs.pytorch.org/docs/stable/nn.init.html#torch.nn.init.constant_
 */
export const constant_ = checked('constant_ tensor:T val:n', (x: Tensor, value: number): Tensor => {
  return noGrad(() => x.fill_(value));
});

/**
 * Fills x with 0, in place, and returns it.
 *
 * @see https://docs.pytorch.org/docs/stable/nn.init.html#torch.nn.init.zeros_
 */
export const zeros_ = checked('zeros_ tensor:T', (x: Tensor): Tensor => {
  return constant_(x, 0);
});

/**
 * Fills x with 1, in place, and returns it.
 *
 * @see https://docs.pytorch.org/docs/stable/nn.init.html#torch.nn.init.ones_
 */
export const ones_ = checked('ones_ tensor:T', (x: Tensor): Tensor => {
  return constant_(x, 1);
});

/**
 * Makes x [n, m] the identity matrix, in place, and returns it. Throws ValueError unless x has two dimensions.
 *
 * @see https://docs.pytorch.org/docs/stable/nn.init.html#torch.nn.init.eye_
 */
export const eye_ = checked('eye_ tensor:T', (x: Tensor): Tensor => {
  if (x.dim() !== 2) throw new ValueError('Only tensors with 2 dimensions are supported');
  return noGrad(() => x.copy_(eye(x.size(0), x.size(1), { dtype: x.dtype })));
});

function xavierStd(x: Tensor, gain: number): number {
  const { fanIn, fanOut } = fans(x);
  return gain * Math.sqrt(2 / (fanIn + fanOut));
}

/**
 * Glorot and Bengio (2010): keeps the spread of values and of gradients, on average. Uniform numbers in
 * [−b, b), b = gain √(6 / (fan in + fan out)), in place. Throws ValueError below two dimensions.
 *
 * @see https://docs.pytorch.org/docs/stable/nn.init.html#torch.nn.init.xavier_uniform_
 */
export const xavierUniform_ = checked(
  'xavierUniform_ tensor:T *gain:n *generator:?',
  (x: Tensor, { gain = 1, generator }: XavierOptions = {}): Tensor => {
    const bound = Math.sqrt(3) * xavierStd(x, gain);
    return uniform_(x, -bound, bound, generator);
  },
);

/**
 * Glorot and Bengio (2010): normal numbers with σ = gain √(2 / (fan in + fan out)), in place.
 * Throws ValueError below two dimensions.
 *
 * @see https://docs.pytorch.org/docs/stable/nn.init.html#torch.nn.init.xavier_normal_
 */
export const xavierNormal_ = checked(
  'xavierNormal_ tensor:T *gain:n *generator:?',
  (x: Tensor, { gain = 1, generator }: XavierOptions = {}): Tensor => {
    return normal_(x, 0, xavierStd(x, gain), generator);
  },
);

function kaimingStd(
  x: Tensor,
  { a = 0, mode = 'fan_in', nonlinearity = 'leaky_relu' }: KaimingOptions,
): number {
  const { fanIn, fanOut } = fans(x);
  return calculateGain(nonlinearity, a) / Math.sqrt(mode === 'fan_in' ? fanIn : fanOut);
}

/**
 * He and others (2015): keeps the spread behind rectifiers. Uniform numbers in [−b, b), b = gain √(3 / fan),
 * in place. Throws ValueError below two dimensions.
 *
 * @see https://docs.pytorch.org/docs/stable/nn.init.html#torch.nn.init.kaiming_uniform_
 */
export const kaimingUniform_ = checked(
  'kaimingUniform_ tensor:T *a:n *mode:s *nonlinearity:s *generator:?',
  (x: Tensor, options: KaimingOptions = {}): Tensor => {
    const bound = Math.sqrt(3) * kaimingStd(x, options);
    return uniform_(x, -bound, bound, options.generator);
  },
);

/**
 * He and others (2015): normal numbers with σ = gain / √fan, in place. Throws ValueError below two dimensions.
 *
 * @see https://docs.pytorch.org/docs/stable/nn.init.html#torch.nn.init.kaiming_normal_
 */
export const kaimingNormal_ = checked(
  'kaimingNormal_ tensor:T *a:n *mode:s *nonlinearity:s *generator:?',
  (x: Tensor, options: KaimingOptions = {}): Tensor => {
    return normal_(x, 0, kaimingStd(x, options), options.generator);
  },
);
