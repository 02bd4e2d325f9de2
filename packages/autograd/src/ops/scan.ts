import { allocate } from '../core/allocate.ts';
import { elements, wrap } from '../core/make.ts';
import { RuntimeError } from '../core/errors.ts';
import { named, record } from '../core/record.ts';
import { sizeAt, wrapDim } from '../core/shape.ts';
import type { Tensor } from '../core/tensor.ts';
import { to } from './convert.ts';
import { gather } from './along.ts';
import type { ValuesAndIndices } from './extreme.ts';
import { stack } from './join.ts';
import { forEachLine, linesOf } from './lines.ts';
import { flip } from './rearrange.ts';

/**
 * Σ_{j ≤ i} xⱼ along `dim`, in the shape of x; bool becomes int64. d cumsum(x)ᵢ = Σ_{j ≤ i} dxⱼ: the gradient is
 * summed from the other end.
 * Throws IndexError if there is no such dimension.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.cumsum.html
 */
export function cumsum(x: Tensor, dim: number): Tensor {
  if (x.dtype === 'bool') return cumsum(to(x, 'int64'), dim);
  const d = wrapDim(dim, x.dim());
  const data = elements(x).slice();
  const lines = linesOf(x.shape, d);
  forEachLine(lines, (start, step) => {
    for (let k = 1; k < lines.size; k++) {
      const at = start + k * step;
      data[at] = (data[at - step] as number) + (data[at] as number);
    }
  });
  const vjp = (g: Tensor): Tensor => flip(cumsum(flip(g, [d]), d), [d]);
  return record(wrap(data, x.shape, x.dtype), 'CumsumBackward0', [x], vjp);
}

/**
 * Π_{j ≤ i} xⱼ along `dim`, in the shape of x; bool becomes int64. The gradient is that of the single products, so
 * it is right where factors are 0.
 * Throws IndexError if there is no such dimension.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.cumprod.html
 */
export function cumprod(x: Tensor, dim: number): Tensor {
  if (x.dtype === 'bool') return cumprod(to(x, 'int64'), dim);
  const d = wrapDim(dim, x.dim());
  if (x.dim() === 0 || x.numel() === 0) return x.clone();
  const running: Tensor[] = [];
  for (const slice of x.unbind(d)) running.push(running.at(-1)?.mul(slice) ?? slice);
  return named(stack(running, d), 'CumprodBackward0');
}

/** The order of each line; equal elements stay in order, NaN counts as largest. */
export function sortedIndices(x: Tensor, d: number, descending: boolean): Tensor {
  const source = elements(x);
  const out = allocate('int64', source.length);
  const lines = linesOf(x.shape, d);
  const sign = descending ? -1 : 1;
  forEachLine(lines, (start, step) => {
    const value = (k: number): number => source[start + k * step] as number;
    const order = Array.from({ length: lines.size }, (_, k) => k);
    order.sort((a, b) => sign * compare(value(a), value(b)));
    order.forEach((from, k) => (out[start + k * step] = from));
  });
  return wrap(out, x.shape, 'int64');
}

function compare(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return a - b;
}

/** The options of {@link sort}. */
export interface SortOptions {
  /** The last unless said otherwise. */
  dim?: number;
  /** The largest first. */
  descending?: boolean;
}

/**
 * The elements in order along `dim`, and the indices they came from, int64, both in the shape of x; equal ones stay
 * in order, NaN counts as largest. Gradients go back to those.
 * Throws IndexError if there is no such dimension.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.sort.html
 */
export function sort(
  x: Tensor,
  { dim = -1, descending = false }: SortOptions = {},
): ValuesAndIndices {
  const d = wrapDim(dim, x.dim());
  const indices = sortedIndices(x, d, descending);
  return { values: named(gather(x, d, indices), 'SortBackward0'), indices };
}

/**
 * The `k` largest along `dim` in falling order, or with `largest: false` the smallest in rising order, and their
 * indices, int64: `dim` becomes k. NaN counts as largest. Gradients go back to those.
 * Throws RuntimeError if k is negative or more than there are, IndexError if there is no such dimension.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.topk.html
 */
export function topk(
  x: Tensor,
  k: number,
  { dim = -1, largest = true }: { dim?: number; largest?: boolean } = {},
): ValuesAndIndices {
  const d = wrapDim(dim, x.dim());
  if (k < 0 || k > sizeAt(x.shape, d)) throw new RuntimeError('selected index k out of range');
  const sorted = sortedIndices(x, d, largest);
  const indices = x.dim() === 0 ? sorted : sorted.narrow(d, 0, k).contiguous();
  return { values: named(gather(x, d, indices), 'TopkBackward0'), indices };
}
