import { checked } from '../core/check.ts';
import { RuntimeError } from '../core/errors.ts';
import { named } from '../core/record.ts';
import { type Shape, showShape } from '../core/shape.ts';
import type { Tensor } from '../core/tensor.ts';
import { cat } from './join.ts';
import { reachOf, unfold } from './unfold.ts';
import { pad } from './pad.ts';

/** One number for all spatial dimensions, or one for each. */
type Sizes = number | readonly number[];

/** The options of {@link conv1d} and {@link conv2d}. */
export interface ConvolutionOptions {
  /** What is added to each output channel, [o]. */
  bias?: Tensor | null;
  /** How far apart windows start; 1 unless said otherwise. */
  stride?: Sizes;
  /** Zeros on either side; 'same' keeps the size, 'valid' adds none. */
  padding?: Sizes | 'same' | 'valid';
  /** The step between the entries of the kernel. */
  dilation?: Sizes;
  /** Into how many parts the channels fall, each with kernels of its own. */
  groups?: number;
}

/** One size for each of `rank` dimensions. */
function each(sizes: Sizes, rank: number): number[] {
  const list = typeof sizes === 'number' ? [sizes] : sizes;
  return Array.from({ length: rank }, (_, d) => list[d] ?? (list[0] as number));
}

/** How many zeros to add before and after, beginning with the last dimension. */
function borderOf(padding: Sizes | 'same' | 'valid', stride: Shape, reach: Shape): number[] {
  if (padding === 'same' && stride.some((step) => step !== 1)) {
    throw new RuntimeError("padding='same' is not supported for strided convolutions");
  }
  const totals =
    padding === 'same'
      ? reach.map((size) => size - 1)
      : each(padding === 'valid' ? 0 : padding, reach.length).map((zeros) => 2 * zeros);
  if (totals.some((total) => total < 0))
    throw new RuntimeError('negative padding is not supported');
  return totals.reverse().flatMap((total) => [Math.floor(total / 2), Math.ceil(total / 2)]);
}

function checkChannels(x: Tensor, weight: Tensor, groups: number): void {
  if ((weight.shape[0] as number) % groups !== 0) {
    throw new RuntimeError(
      `Given groups=${groups}, expected weight to be divisible by ${groups} at dimension 0, ` +
        `but got weight of size [${showShape(weight.shape)}] instead`,
    );
  }
  const channels = (weight.shape[1] as number) * groups;
  if (x.shape[1] === channels) return;
  throw new RuntimeError(
    `Given groups=${groups}, weight of size ${showShape(weight.shape)}, expected ` +
      `input${showShape(x.shape)} to have ${channels} channels, but got ${x.shape[1] as number} channels instead`,
  );
}

function checkKernel(sizes: Shape, reach: Shape): void {
  if (reach.every((size, d) => size <= (sizes[d] as number))) return;
  throw new RuntimeError(
    `Calculated padded input size per channel: (${sizes.join(' x ')}). Kernel size: (${reach.join(' x ')}). ` +
      "Kernel size can't be greater than actual input size",
  );
}

/**
 * Sliding dot products: x [n, c, h, w] and weight [o, c / groups, kh, kw] → [n, o, h′, w′], where
 * h′ = ⌊(h + 2 padding − dilation (kh − 1) − 1) / stride⌋ + 1; without n for a single image. One dtype.
 * Throws RuntimeError if the channels do not fit the groups, the kernel is larger than the padded image, the
 * padding is negative, or 'same' padding meets a stride.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.conv2d.html
 */
export const conv2d = checked(
  'conv2d input:T weight:T *bias:T *stride:I *padding:? *dilation:I *groups:i',
  (x: Tensor, weight: Tensor, options: ConvolutionOptions = {}): Tensor => {
    return convolution(x, weight, options, 2);
  },
);

/**
 * The same in one dimension: x [n, c, length] and weight [o, c / groups, k] → [n, o, length′], where
 * length′ = ⌊(length + 2 padding − dilation (k − 1) − 1) / stride⌋ + 1; without n for a single sequence.
 * Throws RuntimeError as {@link conv2d} does.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.conv1d.html
 */
export const conv1d = checked(
  'conv1d input:T weight:T *bias:T *stride:I *padding:? *dilation:I *groups:i',
  (x: Tensor, weight: Tensor, options: ConvolutionOptions = {}): Tensor => {
    return convolution(x, weight, options, 1);
  },
);

/** Windows unfolded into one matrix product, for each group of channels. */
function convolution(x: Tensor, weight: Tensor, options: ConvolutionOptions, rank: 1 | 2): Tensor {
  if (x.dim() === rank + 1) return convolution(x.unsqueeze(0), weight, options, rank).squeeze(0);
  const { bias, stride = 1, padding = 0, dilation = 1, groups = 1 } = options;
  checkChannels(x, weight, groups);
  const kernel = weight.shape.slice(2);
  const steps = each(stride, rank);
  const gaps = each(dilation, rank);
  const reach = reachOf(kernel, gaps);
  const border = borderOf(padding, steps, reach);
  const wide = border.every((zeros) => zeros === 0) ? x : pad(x, border);
  checkKernel(wide.shape.slice(2), reach);
  const filters = weight.chunk(groups);
  const products = wide.chunk(groups, 1).map((part, i) => {
    const columns = unfold(part, kernel, steps, gaps);
    const product = (filters[i] as Tensor).flatten(1).matmul(columns.flatten(2));
    // Like PyTorch, a sequence is an image of one row until the end.
    const rows = rank === 1 ? [1] : [];
    return product.reshape(...product.shape.slice(0, 2), ...rows, ...columns.shape.slice(2));
  });
  const whole = cat(products, 1);
  const out = bias ? whole.add(bias.reshape(1, -1, 1, 1)) : whole;
  return rank === 1 ? out.squeeze(2) : named(out, 'ConvolutionBackward0');
}
