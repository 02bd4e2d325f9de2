import { RuntimeError } from '../core/errors.ts';
import { named } from '../core/record.ts';
import { showShape } from '../core/shape.ts';
import type { Tensor } from '../tensor.ts';
import { cat } from './join.ts';
import { type Pair, unfold } from './unfold.ts';
import { pad } from './pad.ts';

/** One number for all spatial dimensions, or one for each. */
type Sizes = number | readonly number[];

export interface ConvolutionOptions {
  bias?: Tensor | null;
  stride?: Sizes;
  /** Zeros on either side; 'same' keeps the size, 'valid' adds none. */
  padding?: Sizes | 'same' | 'valid';
  /** The step between the entries of the kernel. */
  dilation?: Sizes;
  /** Into how many parts the channels fall, each with kernels of its own. */
  groups?: number;
}

interface Geometry {
  stride: Pair;
  dilation: Pair;
  /** Zeros before and after, for rows and for columns. */
  border: readonly [Pair, Pair];
}

/** A size for rows and one for columns; a convolution in one dimension has one row. */
function pair(sizes: Sizes, rank: number, whole: number): Pair {
  const list = typeof sizes === 'number' ? new Array<number>(rank).fill(sizes) : sizes;
  const [first = whole, second = first] = list;
  return rank === 1 ? [whole, first] : [first, second];
}

function geometryOf(options: ConvolutionOptions, rank: number, kernel: Pair): Geometry {
  const { stride = 1, padding = 0, dilation = 1 } = options;
  const steps = pair(stride, rank, 1);
  const dilated = pair(dilation, rank, 1);
  if (typeof padding !== 'string') {
    const [y, x] = pair(padding, rank, 0);
    return { stride: steps, dilation: dilated, border: [[y, y], [x, x]] }; // prettier-ignore
  }
  if (padding === 'same' && steps.some((step) => step !== 1)) {
    throw new RuntimeError("padding='same' is not supported for strided convolutions");
  }
  const both = (d: 0 | 1): Pair => {
    const total = padding === 'same' ? dilated[d] * (kernel[d] - 1) : 0;
    return [Math.floor(total / 2), Math.ceil(total / 2)];
  };
  return { stride: steps, dilation: dilated, border: [both(0), both(1)] };
}

function checkChannels(x: Tensor, weight: Tensor, groups: number): void {
  const channels = (weight.shape[1] as number) * groups;
  if (x.shape[1] === channels) return;
  throw new RuntimeError(
    `Given groups=${groups}, weight of size ${showShape(weight.shape)}, expected ` +
      `input${showShape(x.shape)} to have ${channels} channels, but got ${x.shape[1] as number} channels instead`,
  );
}

function checkKernel(size: Pair, kernel: Pair, { border, dilation }: Geometry, rank: number): void {
  const padded = size.map((s, d) => s + border[d as 0 | 1][0] + border[d as 0 | 1][1]);
  const spread = kernel.map((k, d) => dilation[d as 0 | 1] * (k - 1) + 1);
  if (padded.every((s, d) => (spread[d] as number) <= s)) return;
  const show = (list: readonly number[]): string => list.slice(2 - rank).join(' x ');
  throw new RuntimeError(
    `Calculated padded input size per channel: (${show(padded)}). Kernel size: (${show(spread)}). ` +
      "Kernel size can't be greater than actual input size",
  );
}

/** Windows unfolded into one matrix product: x[n, c, h, w] with weight[o, c, kh, kw]. */
function convolve(x: Tensor, weight: Tensor, { stride, dilation, border }: Geometry): Tensor {
  const [outputs = 0, , kh = 0, kw = 0] = weight.shape;
  const [top, left] = border;
  const wide = [...top, ...left].every((count) => count === 0) ? x : pad(x, [...left, ...top]);
  const { columns, oh, ow } = unfold(wide, [kh, kw], stride, dilation);
  return weight
    .reshape(outputs, columns.shape[1] as number)
    .matmul(columns)
    .reshape(x.shape[0] as number, outputs, oh, ow);
}

function grouped(x: Tensor, weight: Tensor, geometry: Geometry, groups: number): Tensor {
  if (groups === 1) return convolve(x, weight, geometry);
  const kernels = weight.chunk(groups, 0);
  const parts = x.chunk(groups, 1);
  return cat(
    parts.map((part, i) => convolve(part, kernels[i] as Tensor, geometry)),
    1,
  );
}

/**
 * Sliding dot products of x[n, c, h, w] with weight[o, c / groups, kh, kw]; without n for a single image.
 * https://pytorch.org/docs/stable/generated/torch.nn.functional.conv2d.html
 */
export function conv2d(x: Tensor, weight: Tensor, options: ConvolutionOptions = {}): Tensor {
  return convolution(x, weight, options, 2);
}

/**
 * The same in one dimension: x[n, c, length] with weight[o, c / groups, k].
 * https://pytorch.org/docs/stable/generated/torch.nn.functional.conv1d.html
 */
export function conv1d(x: Tensor, weight: Tensor, options: ConvolutionOptions = {}): Tensor {
  return convolution(x, weight, options, 1);
}

function convolution(x: Tensor, weight: Tensor, options: ConvolutionOptions, rank: 1 | 2): Tensor {
  const { bias, groups = 1 } = options;
  if (x.dim() === rank + 1) return convolution(x.unsqueeze(0), weight, options, rank).squeeze(0);
  checkChannels(x, weight, groups);
  const [input, kernels] = rank === 1 ? [x.unsqueeze(2), weight.unsqueeze(2)] : [x, weight];
  const size: Pair = [kernels.size(2), kernels.size(3)];
  const geometry = geometryOf(options, rank, size);
  checkKernel([input.size(2), input.size(3)], size, geometry, rank);
  const products = grouped(input, kernels, geometry, groups);
  const out = bias ? products.add(bias.reshape(1, -1, 1, 1)) : products;
  return rank === 1 ? out.squeeze(2) : named(out, 'ConvolutionBackward0');
}
