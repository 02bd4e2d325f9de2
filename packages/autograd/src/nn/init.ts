import { ValueError } from '../core/errors.ts';
import { noGrad } from '../core/grad-mode.ts';
import type { Generator } from '../random/generator.ts';
import * as random from '../random/in-place.ts';
import { eye } from '../create.ts';
import { numel } from '../core/shape.ts';
import type { Tensor } from '../tensor.ts';

/** The activation that follows a layer. */
export type Nonlinearity =
  'linear' | 'conv1d' | 'conv2d' | 'sigmoid' | 'tanh' | 'relu' | 'leaky_relu' | 'selu';

/**
 * The factor by which weights should be larger to make up for what an activation takes away.
 *
 * @see https://docs.pytorch.org/docs/stable/nn.init.html#torch.nn.init.calculate_gain
 */
export function calculateGain(nonlinearity: Nonlinearity, slope = 0.01): number {
  if (nonlinearity === 'tanh') return 5 / 3;
  if (nonlinearity === 'relu') return Math.sqrt(2);
  if (nonlinearity === 'leaky_relu') return Math.sqrt(2 / (1 + slope ** 2));
  return nonlinearity === 'selu' ? 3 / 4 : 1;
}

/** How many inputs and outputs meet in one unit of a weight [out, in, …kernel]. */
export function fans(weight: Tensor): { fanIn: number; fanOut: number } {
  const [out, inputs, ...kernel] = weight.shape;
  if (out === undefined || inputs === undefined) {
    throw new ValueError(
      'Fan in and fan out can not be computed for tensor with fewer than 2 dimensions',
    );
  }
  const field = numel(kernel);
  return { fanIn: inputs * field, fanOut: out * field };
}

export interface XavierOptions {
  gain?: number;
  generator?: Generator;
}

export interface KaimingOptions {
  /** The negative slope of the leaky_relu that follows. */
  a?: number;
  mode?: 'fan_in' | 'fan_out';
  nonlinearity?: Nonlinearity;
  generator?: Generator;
}

/** Uniform numbers in [low, high), whether or not the tensor requires grad. Returns the tensor. */
export function uniform_(x: Tensor, low = 0, high = 1, generator?: Generator): Tensor {
  return noGrad(() => random.uniform_(x, low, high, generator));
}

/** Normal numbers. Returns the tensor. */
export function normal_(x: Tensor, mean = 0, std = 1, generator?: Generator): Tensor {
  return noGrad(() => random.normal_(x, mean, std, generator));
}

/** One value everywhere. Returns the tensor. */
export function constant_(x: Tensor, value: number): Tensor {
  return noGrad(() => x.fill_(value));
}

/** Fills with 0, in place. */
export function zeros_(x: Tensor): Tensor {
  return constant_(x, 0);
}

/** Fills with 1, in place. */
export function ones_(x: Tensor): Tensor {
  return constant_(x, 1);
}

/** The identity matrix. Returns the tensor. */
export function eye_(x: Tensor): Tensor {
  if (x.dim() !== 2) throw new ValueError('Only tensors with 2 dimensions are supported');
  return noGrad(() => x.copy_(eye(x.size(0), x.size(1), { dtype: x.dtype })));
}

function xavierStd(x: Tensor, gain: number): number {
  const { fanIn, fanOut } = fans(x);
  return gain * Math.sqrt(2 / (fanIn + fanOut));
}

/** Glorot and Bengio (2010): keeps the spread of values and of gradients, on average. */
export function xavierUniform_(x: Tensor, { gain = 1, generator }: XavierOptions = {}): Tensor {
  const bound = Math.sqrt(3) * xavierStd(x, gain);
  return uniform_(x, -bound, bound, generator);
}

/** Normal with σ = gain √(2 / (fan in + fan out)), in place. Throws below two dimensions. */
export function xavierNormal_(x: Tensor, { gain = 1, generator }: XavierOptions = {}): Tensor {
  return normal_(x, 0, xavierStd(x, gain), generator);
}

function kaimingStd(
  x: Tensor,
  { a = 0, mode = 'fan_in', nonlinearity = 'leaky_relu' }: KaimingOptions,
): number {
  const { fanIn, fanOut } = fans(x);
  return calculateGain(nonlinearity, a) / Math.sqrt(mode === 'fan_in' ? fanIn : fanOut);
}

/** He and others (2015): keeps the spread behind rectifiers. */
export function kaimingUniform_(x: Tensor, options: KaimingOptions = {}): Tensor {
  const bound = Math.sqrt(3) * kaimingStd(x, options);
  return uniform_(x, -bound, bound, options.generator);
}

/** Normal with σ = gain / √fan, in place. Throws below two dimensions. */
export function kaimingNormal_(x: Tensor, options: KaimingOptions = {}): Tensor {
  return normal_(x, 0, kaimingStd(x, options), options.generator);
}
