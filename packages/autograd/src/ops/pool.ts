import { RuntimeError } from '../core/errors.ts';
import { wrap } from '../core/make.ts';
import type { Tensor } from '../tensor.ts';
import { max } from './extreme.ts';
import { pad } from './pad.ts';
import { unfold } from './unfold.ts';

export interface PoolOptions {
  /** How far apart windows start; their own size unless said otherwise. */
  stride?: number;
  /** Places on either side that count as nothing. */
  padding?: number;
  /** Whether a last window may reach beyond the end. */
  ceilMode?: boolean;
}

type Size = number | readonly [number];

const numberOf = (size: Size): number => (typeof size === 'number' ? size : size[0]);

/** How many windows there are: with `ceilMode` also the last one, if it starts inside or on the left border. */
function countWindows(length: number, reach: number, stride: number, options: PoolOptions): number {
  const { padding = 0, ceilMode = false } = options;
  const steps = (length + 2 * padding - reach) / stride;
  const count = (ceilMode ? Math.ceil(steps) : Math.floor(steps)) + 1;
  return ceilMode && (count - 1) * stride >= length + padding ? count - 1 : count;
}

/** Windows of the last dimension of x[…, c, length], along a new last dimension; `value` stands outside. */
function windowsOf(
  x: Tensor,
  kernel: number,
  dilation: number,
  options: PoolOptions,
  value: number,
) {
  const { stride = kernel, padding = 0 } = options;
  const length = x.shape.at(-1) as number;
  const reach = dilation * (kernel - 1) + 1;
  const count = countWindows(length, reach, stride, options);
  const lines = x.numel() / length;
  if (count < 1) {
    const channels = x.shape.at(-2) as number;
    throw new RuntimeError(
      `Given input size: (${channels}x1x${length}). Calculated output size: (${channels}x1x${count}). ` +
        'Output size is too small',
    );
  }
  const after = (count - 1) * stride + reach - length - padding;
  const wide = pad(x.reshape(lines, 1, 1, length), [padding, after], { value });
  const { columns } = unfold(wide, [1, kernel], [1, stride], [1, dilation]);
  return columns.transpose(1, 2).reshape(...x.shape.slice(0, -1), count, kernel);
}

/**
 * The largest of each window of the last dimension of x[n, c, length] or x[c, length].
 * https://pytorch.org/docs/stable/generated/torch.nn.functional.max_pool1d.html
 */
export function maxPool1d(
  x: Tensor,
  kernelSize: Size,
  options: PoolOptions & { dilation?: number } = {},
): Tensor {
  const { dilation = 1 } = options;
  return max(windowsOf(x, numberOf(kernelSize), dilation, options, -Infinity), -1).values;
}

/**
 * The mean of each window; `countIncludePad` says whether the padding counts.
 * https://pytorch.org/docs/stable/generated/torch.nn.functional.avg_pool1d.html
 */
export function avgPool1d(
  x: Tensor,
  kernelSize: Size,
  options: PoolOptions & { countIncludePad?: boolean } = {},
): Tensor {
  const kernel = numberOf(kernelSize);
  const { stride = kernel, padding = 0, countIncludePad = true } = options;
  const sums = windowsOf(x, kernel, 1, options, 0).sum(-1);
  const length = x.shape.at(-1) as number;
  const border = countIncludePad ? padding : 0;
  const counts = Array.from({ length: sums.shape.at(-1) as number }, (_, i) => {
    const start = i * stride - padding;
    return Math.min(start + kernel, length + border) - Math.max(start, -border);
  });
  return sums.div(wrap(Float64Array.from(counts), [counts.length], 'float64').to(x.dtype));
}
