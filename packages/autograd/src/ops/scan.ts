import { checked } from '../core/check.ts';
import { allocate } from '../core/allocate.ts';
import { elements, wrap } from '../core/make.ts';
import { OUTPUT } from '../core/node.ts';
import { filled } from '../core/constant.ts';
import { refuseBool } from '../core/dtype.ts';
import { RuntimeError } from '../core/errors.ts';
import { named, record } from '../core/record.ts';
import { sizeAt, wrapDim } from '../core/shape.ts';
import type { Tensor } from '../core/tensor.ts';
import { to } from './convert.ts';
import { gather } from './along.ts';
import type { ValuesAndIndices } from './extreme.ts';
import { cat } from './join.ts';
import { forEachLine, linesOf } from './lines.ts';
import { flip } from './rearrange.ts';

/**
 * Σ_{j ≤ i} xⱼ along `dim`, in the shape of x; bool becomes int64. d cumsum(x)ᵢ = Σ_{j ≤ i} dxⱼ: the gradient is
 * summed from the other end.
 * Throws IndexError if there is no such dimension.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.cumsum.html
 */
export const cumsum = checked('cumsum self:T dim:i', (x: Tensor, dim: number): Tensor => {
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
});

/** S with Sᵢ = gᵢ + cᵢ Sᵢ₊₁ along `dim`; a c of 0 leaves out what follows, even NaN. dS is such a sum from the other end. */
function carriedSums(g: Tensor, c: Tensor, dim: number): Tensor {
  const data = elements(g).slice();
  const factors = elements(c);
  const lines = linesOf(g.shape, dim);
  forEachLine(lines, (start, step) => {
    for (let k = lines.size - 2; k >= 0; k--) {
      const at = start + k * step;
      const factor = factors[at] as number;
      if (factor !== 0) data[at] = (data[at] as number) + factor * (data[at + step] as number);
    }
  });
  const sums = wrap(data, g.shape, g.dtype);
  const vjp = (up: Tensor, i: number): Tensor => {
    const turned = carriedSums(flip(up, [dim]), flip(shifted(c, dim, 0), [dim]), dim);
    const toG = flip(turned, [dim]);
    return i === 0 ? toG : toG.mul(flip(shifted(flip(sums, [dim]), dim, 0), [dim]));
  };
  return record(sums, 'CumprodBackward', [g, c], vjp, 2 | OUTPUT);
}

/** x one further along `dim`, with `first` in front: what comes before each element. */
function shifted(x: Tensor, dim: number, first: number): Tensor {
  const size = sizeAt(x.shape, dim);
  const lead = filled(x.shape.with(dim, 1), first, x.dtype);
  return cat([lead, x.narrow(dim, 0, size - 1)], dim);
}

/** Products of what comes before each element along `dim`. */
function productsBefore(x: Tensor, dim: number): Tensor {
  return shifted(cumprod(x, dim), dim, 1);
}

/** Products of all the other elements of each line along `dim`, without dividing. */
export function productsOfOthers(x: Tensor, dim: number): Tensor {
  const after = flip(productsBefore(flip(x, [dim]), dim), [dim]);
  return productsBefore(x, dim).mul(after);
}

/** Σ_{k ≥ i} gₖ Π_{j ≤ k, j ≠ i} xⱼ: without zeros the sums of g · output, over x; else without dividing. */
function cumprodGradient(g: Tensor, x: Tensor, output: Tensor, dim: number): Tensor {
  const zeros = x.detach().eq(0);
  if (!elements(zeros).includes(1)) {
    return flip(cumsum(flip(g.mul(output), [dim]), dim), [dim]).div(x);
  }
  const next = flip(shifted(flip(x, [dim]), dim, 0), [dim]);
  const found = productsBefore(x, dim).mul(carriedSums(g, next, dim));
  // Behind a zero it is 0, whatever it is multiplied by.
  const behind = shifted(cumsum(zeros, dim), dim, 0).gt(0);
  const lost = behind.logicalAnd(found.detach().isnan());
  return elements(lost).includes(1) ? found.maskedFill(lost, 0) : found;
}

/**
 * Π_{j ≤ i} xⱼ along `dim`, in the shape of x; bool becomes int64. d yᵢ = Σ_{j ≤ i} (Π of the other factors) dxⱼ,
 * right where factors are 0 too.
 * Throws IndexError if there is no such dimension.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.cumprod.html
 */
export const cumprod = checked('cumprod self:T dim:i', (x: Tensor, dim: number): Tensor => {
  if (x.dtype === 'bool') return cumprod(to(x, 'int64'), dim);
  const d = wrapDim(dim, x.dim());
  const data = elements(x).slice();
  const lines = linesOf(x.shape, d);
  forEachLine(lines, (start, step) => {
    for (let k = 1; k < lines.size; k++) {
      const at = start + k * step;
      data[at] = (data[at - step] as number) * (data[at] as number);
    }
  });
  const output = wrap(data, x.shape, x.dtype);
  const vjp = (g: Tensor): Tensor => (lines.size <= 1 ? g : cumprodGradient(g, x, output, d));
  return record(output, 'CumprodBackward0', [x], vjp, 1 | OUTPUT);
});

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
  /** Whether equal elements stay in order: they always do. */
  stable?: boolean;
}

/**
 * The elements in order along `dim`, and the indices they came from, int64, both in the shape of x; equal ones stay
 * in order, NaN counts as largest. Gradients go back to those.
 * Throws IndexError if there is no such dimension.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.sort.html
 */
export const sort = checked(
  'sort self:T *dim:i *descending:b *stable:b',
  (x: Tensor, { dim = -1, descending = false }: SortOptions = {}): ValuesAndIndices => {
    const d = wrapDim(dim, x.dim());
    const indices = sortedIndices(x, d, descending);
    return { values: named(gather(x, d, indices), 'SortBackward0'), indices };
  },
);

/**
 * The `k` largest along `dim` in falling order, or with `largest: false` the smallest in rising order, and their
 * indices, int64: `dim` becomes k. NaN counts as largest. Gradients go back to those.
 * Throws RuntimeError if k is negative or more than there are, IndexError if there is no such dimension.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.topk.html
 */
export const topk = checked(
  'topk self:T k:i *dim:i *largest:b *sorted:b',
  (
    x: Tensor,
    k: number,
    { dim = -1, largest = true }: { dim?: number; largest?: boolean; sorted?: boolean } = {},
  ): ValuesAndIndices => {
    const d = wrapDim(dim, x.dim());
    if (k < 0 || k > sizeAt(x.shape, d)) throw new RuntimeError('selected index k out of range');
    refuseBool(x.dtype, 'topk_cpu');
    const sorted = sortedIndices(x, d, largest);
    const indices = x.dim() === 0 ? sorted : sorted.narrow(d, 0, k).contiguous();
    return { values: named(gather(x, d, indices), 'TopkBackward0'), indices };
  },
);
