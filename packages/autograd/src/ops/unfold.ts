import { type Shape, contiguousStrides, numel } from '../core/shape.ts';
import type { Tensor } from '../core/tensor.ts';
import { gatherStrided } from './strided.ts';

/** How far a kernel reaches in each dimension, where its entries are `dilation` apart. */
export function reachOf(kernel: Shape, dilation: Shape): number[] {
  return kernel.map((size, d) => (dilation[d] as number) * (size - 1) + 1);
}

/**
 * All windows of a kernel's size, in any number of dimensions: x[n, c, …sizes] as
 * columns[n, c · kernel, …positions].
 */
export function unfold(x: Tensor, kernel: Shape, stride: Shape, dilation: Shape): Tensor {
  const [images = 0, channels = 0, ...sizes] = x.shape;
  const [image = 0, channel = 0, ...steps] = contiguousStrides(x.shape);
  const scaled = (factors: Shape): number[] =>
    steps.map((step, d) => step * (factors[d] as number));
  const reach = reachOf(kernel, dilation);
  const positions = sizes.map(
    (size, d) => Math.floor((size - (reach[d] as number)) / (stride[d] as number)) + 1,
  );
  const windows = gatherStrided(x, {
    shape: [images, channels, ...kernel, ...positions],
    strides: [image, channel, ...scaled(dilation), ...scaled(stride)],
    offset: 0,
  });
  return windows.reshape(images, channels * numel(kernel), ...positions);
}
