import { checked } from '../core/check.ts';
import { allocate } from '../core/allocate.ts';
import { round } from '../core/dtype.ts';
import { RuntimeError } from '../core/errors.ts';
import { elements, wrap } from '../core/make.ts';
import { record } from '../core/record.ts';
import { type Shape, contiguousStrides, numel } from '../core/shape.ts';
import type { Tensor } from '../core/tensor.ts';
import { narrow } from './parts.ts';
import { gatherStrided, positionsOf } from './strided.ts';

/** The options of {@link pad}. */
export interface PadOptions {
  /** PyTorch's other modes (reflect, replicate, circular) are not here. */
  mode?: 'constant';
  /** What the border holds, in the dtype of x. */
  value?: number;
}

/**
 * A copy with a border: [before, after] of the last dimension, then of the one before it, and so on. [n, m] by
 * [1, 2] → [n, m + 3]. A negative one takes elements away. The gradient is that of what is inside.
 * Throws RuntimeError if the border is odd or longer than twice the dimensions, takes more than there is, or for
 * another mode.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.pad.html
 */
export const pad = checked(
  'pad input:T pad:S *mode:s *value:n',
  (x: Tensor, border: Shape, { mode = 'constant', value = 0 }: PadOptions = {}) => {
    if ((mode as string) !== 'constant') {
      throw new RuntimeError(`pad: there is no mode ${mode} here`);
    }
    if (border.length % 2 !== 0) throw new RuntimeError('Padding length must be divisible by 2');
    if (border.length > 2 * x.dim()) throw new RuntimeError('Padding length too large');
    const side = (d: number, end: 0 | 1): number => border[2 * (x.dim() - 1 - d) + end] ?? 0;
    const before = x.shape.map((_, d) => side(d, 0));
    const after = x.shape.map((_, d) => side(d, 1));
    return surround(crop(x, before, after), before, after, value);
  },
);

function crop(x: Tensor, before: Shape, after: Shape): Tensor {
  const isCrop = [...before, ...after].every((size) => size <= 0);
  return before.reduce((inner, first, d) => {
    const last = after[d] as number;
    const size = x.size(d);
    const begun = first < 0 ? narrow(inner, d, -first, size + first) : inner;
    const cropped = last < 0 ? narrow(begun, d, 0, begun.size(d) + last) : begun;
    if (isCrop || Math.min(first, last) >= 0 || size + first + last > 0) return cropped;
    throw new RuntimeError(
      `The input size ${size}, plus negative padding ${first} and ${last} resulted in a negative output size, which ` +
        `is invalid. Check dimension ${d} of your input.`,
    );
  }, x);
}

function surround(x: Tensor, before: Shape, after: Shape, value: number): Tensor {
  const added = (list: Shape, d: number): number => Math.max(list[d] as number, 0);
  const shape = x.shape.map((size, d) => size + added(before, d) + added(after, d));
  const strides = contiguousStrides(shape);
  const offset = strides.reduce((at, stride, d) => at + added(before, d) * stride, 0);
  const geometry = { shape: x.shape, strides, offset };
  const data = allocate(x.dtype, numel(shape)).fill(round(x.dtype, value));
  const source = elements(x);
  positionsOf(geometry).forEach((at, k) => (data[at] = source[k] as number));
  const vjp = (g: Tensor): Tensor => gatherStrided(g, geometry);
  return record(wrap(data, shape, x.dtype), 'ConstantPadNdBackward0', [x], vjp);
}
