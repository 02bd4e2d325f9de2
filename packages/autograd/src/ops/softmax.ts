import { checked } from '../core/check.ts';
import { allocate } from '../core/allocate.ts';
import { getDefaultDtype, isFloating, requireFloating } from '../core/dtype.ts';
import { elements, wrap } from '../core/make.ts';
import { OUTPUT } from '../core/node.ts';
import { record } from '../core/record.ts';
import { wrapDim, wrapDims } from '../core/shape.ts';
import type { Tensor } from '../core/tensor.ts';
import { zerosLike } from '../core/constant.ts';
import { to } from './convert.ts';
import { extremeValue } from './extreme.ts';
import { forEachLine, linesOf } from './lines.ts';
import { type Dims, type KeepdimOptions, spread, sum } from './expand.ts';
import { where } from './where.ts';

/** Calls `finish` for each line with its largest entry and the sum of e^(x − largest). */
function normalised(
  x: Tensor,
  dim: number,
  name: string,
  finish: (value: number, largest: number, total: number) => number,
): Tensor {
  if (x.numel() > 0) {
    requireFloating(
      x.dtype,
      dim === x.dim() - 1 || x.dim() === 0 ? `${name}_lastdim_kernel_impl` : 'softmax_kernel_impl',
    );
  }
  const source = elements(x);
  const data = allocate(x.dtype, source.length);
  const lines = linesOf(x.shape, dim);
  forEachLine(lines, (start, step) => {
    let largest = -Infinity;
    for (let k = 0; k < lines.size; k++)
      largest = Math.max(largest, source[start + k * step] as number);
    let total = 0;
    for (let k = 0; k < lines.size; k++)
      total += Math.exp((source[start + k * step] as number) - largest);
    for (let k = 0; k < lines.size; k++) {
      const at = start + k * step;
      data[at] = finish(source[at] as number, largest, total);
    }
  });
  return wrap(data, x.shape, x.dtype);
}

/**
 * σᵢ = e^xᵢ / Σⱼ e^xⱼ along `dim`: positive, with sum 1; NaN where all are −∞. Floating, in the shape of x; large
 * numbers do not overflow. dσᵢ = σᵢ (dxᵢ − Σⱼ σⱼ dxⱼ).
 * Throws RuntimeError for whole numbers, IndexError if there is no such dimension.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.softmax.html
 */
export const softmax = checked('softmax self:T dim:i', (x: Tensor, dim: number): Tensor => {
  const d = wrapDim(dim, x.dim());
  const output = normalised(
    x,
    d,
    'softmax',
    (value, largest, total) => Math.exp(value - largest) / total,
  );
  const vjp = (g: Tensor): Tensor => {
    const weighted = g.mul(output);
    return weighted.sub(output.mul(sum(weighted, d, { keepdim: true })));
  };
  return record(output, 'SoftmaxBackward0', [x], vjp, OUTPUT);
});

/**
 * ln σᵢ = xᵢ − ln Σⱼ e^xⱼ along `dim`, exact where σᵢ would be 0. Floating, in the shape of x; large numbers do
 * not overflow. d ln σᵢ = dxᵢ − Σⱼ σⱼ dxⱼ.
 * Throws RuntimeError for whole numbers, IndexError if there is no such dimension.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.log_softmax.html
 */
export const logSoftmax = checked('logSoftmax self:T dim:i', (x: Tensor, dim: number): Tensor => {
  const d = wrapDim(dim, x.dim());
  const output = normalised(
    x,
    d,
    'log_softmax',
    (value, largest, total) => value - largest - Math.log(total),
  );
  const vjp = (g: Tensor): Tensor => g.sub(output.exp().mul(sum(g, d, { keepdim: true })));
  return record(output, 'LogSoftmaxBackward0', [x], vjp, OUTPUT);
});

/**
 * ln Σeˣ over `dim`, one or several ([] is all), which go or stay as 1; large numbers do not overflow, no elements
 * give −∞, whole numbers become floating. d ln Σeˣ = Σ e^(x − ln Σeˣ) dx.
 * Throws IndexError if there is no such dimension, RuntimeError if one stands twice.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.logsumexp.html
 */
export const logsumexp = checked(
  'logsumexp self:T dim:I *keepdim:b',
  (x: Tensor, dim: Dims, { keepdim = false }: KeepdimOptions = {}): Tensor => {
    if (!isFloating(x.dtype)) return logsumexp(to(x, getDefaultDtype()), dim, { keepdim });
    const dims = wrapDims(dim, x.dim());
    const plain = x.detach();
    const top = extremeValue(plain, dims, true, 1);
    const largest = where(top.isinf(), zerosLike(top), top);
    const shift = keepdim ? largest : largest.reshape(sum(plain, dims).shape);
    const output = sum(plain.sub(largest).exp(), dims, { keepdim }).log().add(shift);
    const vjp = (g: Tensor): Tensor => {
      const wide = (value: Tensor): Tensor => spread(value, x.shape, dims, keepdim);
      return wide(g).mul(x.sub(wide(output)).exp());
    };
    return record(output, 'LogsumexpBackward0', [x], vjp, 1 | OUTPUT);
  },
);
