import { checked } from '../core/check.ts';
import { isFloating, typeName } from '../core/dtype.ts';
import { RuntimeError } from '../core/errors.ts';
import { wrap } from '../core/make.ts';
import { type Shape, showShape } from '../core/shape.ts';
import type { Tensor } from '../core/tensor.ts';
import { max } from './extreme.ts';
import { pad } from './pad.ts';
import { unfold } from './unfold.ts';

/** The options of {@link maxPool1d} and {@link avgPool1d}. */
export interface PoolOptions {
  /** How far apart windows start; their own size unless said otherwise. */
  stride?: number;
  /** Places on either side that count as nothing, at most half a window. */
  padding?: number;
  /** Whether a last window may reach beyond the end. */
  ceilMode?: boolean;
}

type Size = number | readonly [number];

const numberOf = (size: Size): number => (typeof size === 'number' ? size : size[0]);

/** What PyTorch says of each number that is out of its range. */
type Complaints = (
  sizes: Record<'kernel' | 'stride' | 'padding' | 'dilation', number>,
) => (string | false)[];

/** Whether every dimension but that of the batch has elements. */
function isFull({ shape }: Tensor): boolean {
  return shape.slice(shape.length - 2).every((size) => size > 0);
}

/** Windows of the last dimension of x[…, c, length], along a new last dimension; `value` stands outside. */
function windowsOf(
  x: Tensor,
  kernel: number,
  {
    stride = kernel,
    padding = 0,
    ceilMode = false,
    dilation = 1,
  }: PoolOptions & { dilation?: number },
  value: number,
  complaints: Complaints,
): Tensor {
  const complaint = complaints({ kernel, stride, padding, dilation }).find((text) => text);
  if (complaint) throw new RuntimeError(complaint);
  const length = x.shape.at(-1) as number;
  const channels = x.shape.at(-2) as number;
  const reach = dilation * (kernel - 1) + 1;
  const steps = (length + 2 * padding - reach) / stride;
  let last = ceilMode ? Math.ceil(steps) : Math.floor(steps);
  // What `ceilMode` adds must start inside or on the left border.
  if (ceilMode && last * stride >= length + padding) last--;
  if (last < 0) {
    throw new RuntimeError(
      `Given input size: (${channels}x1x${length}). Calculated output size: (${channels}x1x${last + 1}). ` +
        'Output size is too small',
    );
  }
  const after = last * stride + reach - length - padding;
  const lines = x.reshape(x.numel() / length, 1, length);
  const columns = unfold(pad(lines, [padding, after], { value }), [kernel], [stride], [dilation]);
  return columns.transpose(1, 2).reshape(...x.shape.slice(0, -1), last + 1, kernel);
}

const wrongShape = (shape: Shape): string =>
  `Expected 2D or 3D (batch mode) tensor with optional 0 dim batch size for input, but got:${showShape(shape)}`;

/**
 * The largest of each window: x [n, c, length] or [c, length] → [n, c, length′] or [c, length′], where
 * length′ = ⌊(length + 2 padding − dilation (kernelSize − 1) − 1) / stride⌋ + 1, ⌈…⌉ for `ceilMode`. The
 * gradient goes to the first of the largest. Throws RuntimeError if x is not so, holds whole numbers or is shorter
 * than a window, if the padding is negative or more than half of one, or another size is not positive.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.max_pool1d.html
 */
export const maxPool1d = checked(
  'maxPool1d input:T kernelSize:I *stride:I *padding:I *dilation:I *ceilMode:b',
  (x: Tensor, kernelSize: Size, options: PoolOptions & { dilation?: number } = {}): Tensor => {
    const fits = (x.dim() === 2 || x.dim() === 3) && isFull(x);
    const positive = (name: string, size: number): string | false =>
      size <= 0 && `max_pool1d() ${name} must be greater than zero, but got ${size}`;
    const windows = windowsOf(
      x,
      numberOf(kernelSize),
      options,
      -Infinity,
      ({ kernel, stride, padding, dilation }) => [
        !fits && `max_pool1d: ${wrongShape(x.shape)}`,
        positive('kernel_size', kernel),
        positive('stride', stride),
        padding < 0 && `max_pool1d() padding must be non-negative, but got ${padding}`,
        2 * padding > kernel &&
          `max_pool1d() padding should be at most half of kernel size, but got padding=${padding} and ` +
            `kernel_size=${kernel}`,
        positive('dilation', dilation),
        !isFloating(x.dtype) && `"max_pool1d_impl" not implemented for '${typeName(x.dtype)}'`,
      ],
    );
    return max(windows, -1).values;
  },
);

/**
 * The mean of each window: x [n, c, length] or [c, length] → [n, c, length′] or [c, length′], with the length′
 * of {@link maxPool1d}; `countIncludePad` says whether the padding counts. Of whole numbers it is cut to one.
 * Throws RuntimeError as {@link maxPool1d} does, but takes whole numbers, though no bools.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.avg_pool1d.html
 */
export const avgPool1d = checked(
  'avgPool1d input:T kernelSize:I *stride:I *padding:I *ceilMode:b *countIncludePad:b',
  (
    x: Tensor,
    kernelSize: Size,
    options: PoolOptions & { countIncludePad?: boolean } = {},
  ): Tensor => {
    const kernel = numberOf(kernelSize);
    const { stride = kernel, padding = 0, countIncludePad = true } = options;
    const sums = windowsOf(x, kernel, options, 0, () => [
      (x.dim() < 2 || x.dim() > 3) &&
        `Expected 2 to 3 dimensions, but got ${x.dim()}-dimensional tensor for argument #1 'self' (while ` +
          'checking arguments for avg_pool1d)',
      stride === 0 && 'stride should not be zero',
      padding < 0 && `pad must be non-negative, but got pad: ${padding}`,
      padding > Math.trunc(kernel / 2) &&
        `pad should be at most half of kernel size, but got pad=${padding} and kernel_size=${kernel}`,
      kernel <= 0 && `kernel size should be greater than zero, but got kH: 1 kW: ${kernel}`,
      stride < 0 && `stride should be greater than zero, but got dH: 1 dW: ${stride}`,
      // PyTorch takes it for an image of one row.
      !isFull(x) && wrongShape(x.shape.toSpliced(-1, 0, 1)).replace('2D or 3D', '3D or 4D'),
      x.dtype === 'bool' && '"avg_pool2d" not implemented for \'Bool\'',
    ]).sum(-1);
    const border = countIncludePad ? padding : 0;
    const end = (x.shape.at(-1) as number) + border;
    const counts = Float64Array.from({ length: sums.shape.at(-1) as number }, (_, i) => {
      const start = i * stride - padding;
      return Math.min(start + kernel, end) - Math.max(start, -border);
    });
    const divisors = wrap(counts, [counts.length], 'float64').to(x.dtype);
    return sums.div(divisors, { roundingMode: isFloating(x.dtype) ? null : 'trunc' });
  },
);
