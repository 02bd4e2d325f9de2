import { checked } from '../core/check.ts';
import { isFloating, typeName } from '../core/dtype.ts';
import { RuntimeError } from '../core/errors.ts';
import { record } from '../core/record.ts';
import { numel, wrapDims } from '../core/shape.ts';
import type { Tensor } from '../core/tensor.ts';
import { type Dims, type KeepdimOptions, spread, sum } from './expand.ts';

/**
 * Σx / n over `dim`, one or several, which go or stay as 1; of all elements without it or for []; NaN for no
 * elements. d mean(x) = Σ dx / n.
 * Throws RuntimeError for whole numbers or a dimension twice, IndexError if there is no such dimension.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.mean.html
 */
export const mean = checked(
  'mean self:T dim:I? *keepdim:b',
  (x: Tensor, dim?: Dims, { keepdim = false }: KeepdimOptions = {}): Tensor => {
    if (!isFloating(x.dtype)) {
      throw new RuntimeError(
        'mean(): could not infer output dtype. Input dtype must be either a floating point or complex dtype. ' +
          `Got: ${typeName(x.dtype)}`,
      );
    }
    const dims = wrapDims(dim, x.dim());
    const count = numel(dims.map((d) => x.shape[d] as number));
    const total = x.detach().sum(dim, { keepdim }).div(count);
    const name = dim === undefined ? 'MeanBackward0' : 'MeanBackward1';
    return record(total, name, [x], (g) => spread(g.div(count), x.shape, dims, keepdim));
  },
);

/**
 * Whether any element is not 0, of all or along `dim`, which goes or stays as 1; bool, without a gradient. NaN is
 * not 0; of no elements false. Throws IndexError if there is no such dimension.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.any.html
 */
export const any = checked(
  'any self:T dim:i? *keepdim:b',
  (x: Tensor, dim?: number, options?: KeepdimOptions): Tensor => {
    return sum(x.detach().ne(0), dim, options).ne(0);
  },
);

/**
 * Whether no element is 0, of all or along `dim`, which goes or stays as 1; bool, without a gradient. NaN is not
 * 0; of no elements true. Throws IndexError if there is no such dimension.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.all.html
 */
export const all = checked(
  'all self:T dim:i? *keepdim:b',
  (x: Tensor, dim?: number, options?: KeepdimOptions): Tensor => {
    return sum(x.detach().eq(0), dim, options).eq(0);
  },
);
