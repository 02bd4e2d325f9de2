import { argumentsOf } from '../core/check.ts';
import { refuseBool } from '../core/dtype.ts';
import { allocate } from '../core/allocate.ts';
import { elements, wrap } from '../core/make.ts';
import { OUTPUT } from '../core/node.ts';
import { record } from '../core/record.ts';
import { numel, reducedShape, wrapDim } from '../core/shape.ts';
import type { Tensor } from '../core/tensor.ts';
import { type ValuesAndIndices, chosen, evenGradient, requireNonEmpty } from './extreme.ts';
import { combineLines } from './lines.ts';
import type { KeepdimOptions } from './expand.ts';
import { sortedIndices } from './scan.ts';

/** Where the middle of each line stands, the lower of two middle ones; or the first NaN. */
function middles(x: Tensor, d: number): Tensor {
  const values = elements(x);
  const order = elements(sortedIndices(x, d, false));
  const shape = reducedShape(x.shape, [d], true);
  const out = allocate('int64', numel(shape));
  combineLines(x.shape, d, out, (start, step, size) => {
    const at = (k: number): number => start + k * step;
    let middle = order[at(Math.floor((size - 1) / 2))] as number;
    for (let k = size - 1; k >= 0; k--) if (Number.isNaN(values[at(k)])) middle = k;
    return middle;
  });
  return wrap(out, shape, 'int64');
}

const checkMedian = argumentsOf('median self:T dim:i? *keepdim:b');

/**
 * The middle of all elements, 0-dim, the lower of two middle ones; ties share the gradient. NaN if one is NaN, and
 * for no elements. Along `dim` the values and their indices: the element there alone receives the gradient; `dim` goes or
 * stays as 1. Throws IndexError if `dim` is empty or there is no such dimension.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.median.html
 */
export function median(x: Tensor): Tensor;
/** The values along `dim`, and their indices. */
export function median(x: Tensor, dim: number, options?: KeepdimOptions): ValuesAndIndices;
export function median(
  x: Tensor,
  dim?: number,
  options?: KeepdimOptions,
): Tensor | ValuesAndIndices {
  checkMedian(x, dim, options);
  const { keepdim = false } = options ?? {};
  if (dim === undefined) return medianOfAll(x);
  const d = wrapDim(dim, x.dim());
  requireNonEmpty(x, d, 'median');
  refuseBool(x.dtype, 'median_out');
  return chosen(x, d, middles(x, d), keepdim, 'MedianBackward1');
}

function medianOfAll(x: Tensor): Tensor {
  refuseBool(x.dtype, 'median_cpu');
  const flat = x.detach().reshape(-1);
  const middle = flat.numel() === 0 ? NaN : (elements(flat)[middles(flat, 0).item()] as number);
  const output = wrap(allocate(x.dtype, 1).fill(middle), [], x.dtype);
  const vjp = (g: Tensor): Tensor => {
    const own = x.detach();
    const hit = own.eq(output).logicalOr(own.isnan().logicalAnd(output.isnan()));
    return evenGradient(hit, g);
  };
  return record(output, 'MedianBackward0', [x], vjp, 1 | OUTPUT);
}
