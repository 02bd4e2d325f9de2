import { RuntimeError } from '../core/errors.ts';
import { wrap } from '../core/make.ts';
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
): Tensor {
  const length = x.shape.at(-1) as number;
  const channels = x.shape.at(-2) as number;
  if (2 * padding > kernel) {
    throw new RuntimeError(
      `pad should be at most half of kernel size, but got pad=${padding} and kernel_size=${kernel}`,
    );
  }
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

/**
 * The largest of each window: x [n, c, length] or [c, length] → [n, c, length′] or [c, length′], where
 * length′ = ⌊(length + 2 padding − dilation (kernelSize − 1) − 1) / stride⌋ + 1, ⌈…⌉ for `ceilMode`. The
 * gradient goes to the first of the largest. Throws RuntimeError if x is shorter than a window, or the padding
 * more than half of one.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.max_pool1d.html
 */
export function maxPool1d(
  x: Tensor,
  kernelSize: Size,
  options: PoolOptions & { dilation?: number } = {},
): Tensor {
  return max(windowsOf(x, numberOf(kernelSize), options, -Infinity), -1).values;
}

/**
 * The mean of each window: x [n, c, length] or [c, length] → [n, c, length′] or [c, length′], with the length′
 * of {@link maxPool1d}; `countIncludePad` says whether the padding counts. Whole numbers become floating.
 * Throws RuntimeError as {@link maxPool1d} does.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.avg_pool1d.html
 */
export function avgPool1d(
  x: Tensor,
  kernelSize: Size,
  options: PoolOptions & { countIncludePad?: boolean } = {},
): Tensor {
  const kernel = numberOf(kernelSize);
  const { stride = kernel, padding = 0, countIncludePad = true } = options;
  const sums = windowsOf(x, kernel, options, 0).sum(-1);
  const border = countIncludePad ? padding : 0;
  const end = (x.shape.at(-1) as number) + border;
  const counts = Float64Array.from({ length: sums.shape.at(-1) as number }, (_, i) => {
    const start = i * stride - padding;
    return Math.min(start + kernel, end) - Math.max(start, -border);
  });
  return sums.div(wrap(counts, [counts.length], 'float64').to(x.dtype));
}
