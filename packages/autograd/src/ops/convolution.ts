import { named } from '../core/record.ts';
import type { Tensor } from '../tensor.ts';
import { max } from './extreme.ts';
import { type Plan, take } from './take.ts';
import { pad } from './rearrange.ts';

export interface ConvolutionOptions {
  bias?: Tensor | null;
  stride?: number;
  /** Zeros on either side. */
  padding?: number;
  /** The step between the entries of the kernel. */
  dilation?: number;
}

/** How many windows fit. */
function windows(size: number, kernel: number, stride: number, dilation: number): number {
  return Math.floor((size - dilation * (kernel - 1) - 1) / stride) + 1;
}

/** All windows of a kernel's size: x[n, c, h, w] as [n, c·kh·kw, oh·ow]. */
function unfold(
  x: Tensor,
  kernel: readonly [number, number],
  stride: readonly [number, number],
  dilation: readonly [number, number],
) {
  const [n = 0, c = 0, h = 0, w = 0] = x.shape;
  const [kh, kw] = kernel;
  const oh = windows(h, kh, stride[0], dilation[0]);
  const ow = windows(w, kw, stride[1], dilation[1]);
  const positions = new Float64Array(n * c * kh * kw * oh * ow);
  let at = 0;
  for (let image = 0; image < n * c; image++) {
    for (let entry = 0; entry < kh * kw; entry++) {
      const top = Math.floor(entry / kw) * dilation[0];
      const left = (entry % kw) * dilation[1];
      for (let place = 0; place < oh * ow; place++) {
        const row = Math.floor(place / ow) * stride[0] + top;
        positions[at++] = (image * h + row) * w + (place % ow) * stride[1] + left;
      }
    }
  }
  const plan: Plan = { shape: [n, c * kh * kw, oh * ow], positions };
  return { columns: take(x, plan, 'Im2ColBackward0'), oh, ow };
}

function convolve(
  x: Tensor,
  weight: Tensor,
  bias: Tensor | null | undefined,
  stride: readonly [number, number],
  padding: readonly [number, number],
  dilation: readonly [number, number],
): Tensor {
  const [outputs = 0, , kh = 0, kw = 0] = weight.shape;
  const [py, px] = padding;
  const wide = py + px === 0 ? x : pad(x, [px, px, py, py]);
  const { columns, oh, ow } = unfold(wide, [kh, kw], stride, dilation);
  const out = weight
    .reshape(outputs, -1)
    .matmul(columns)
    .reshape(x.shape[0] as number, outputs, oh, ow);
  return bias ? out.add(bias.reshape(1, -1, 1, 1)) : out;
}

/** Sliding dot products of x[n, c, h, w] with weight[o, c, kh, kw]: windows unfolded into one matrix product. */
export function conv2d(x: Tensor, weight: Tensor, options: ConvolutionOptions = {}): Tensor {
  const { bias, stride = 1, padding = 0, dilation = 1 } = options;
  const out = convolve(x, weight, bias, [stride, stride], [padding, padding], [dilation, dilation]);
  return named(out, 'ConvolutionBackward0');
}

/** The same in one dimension: x[n, c, length], weight[o, c, k]. */
export function conv1d(x: Tensor, weight: Tensor, options: ConvolutionOptions = {}): Tensor {
  const { bias, stride = 1, padding = 0, dilation = 1 } = options;
  const out = convolve(
    x.unsqueeze(2),
    weight.unsqueeze(2),
    bias,
    [1, stride],
    [0, padding],
    [1, dilation],
  );
  return out.squeeze(2);
}

/** Windows of the last dimension, along a new last dimension. */
function windowsOf(x: Tensor, kernel: number, stride: number): Tensor {
  const [n = 0, c = 0, length = 0] = x.shape;
  const { columns, ow } = unfold(x.reshape(n * c, 1, 1, length), [1, kernel], [1, stride], [1, 1]);
  return columns.transpose(1, 2).reshape(n, c, ow, kernel);
}

/** The largest of each window of the last dimension of x[n, c, length]. */
export function maxPool1d(
  x: Tensor,
  kernel: number,
  { stride = kernel }: { stride?: number } = {},
): Tensor {
  return max(windowsOf(x, kernel, stride), -1).values;
}

/** The mean of each window. */
export function avgPool1d(
  x: Tensor,
  kernel: number,
  { stride = kernel }: { stride?: number } = {},
): Tensor {
  return windowsOf(x, kernel, stride).mean(-1);
}
