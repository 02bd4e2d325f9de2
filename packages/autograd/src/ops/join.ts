import { checked } from '../core/check.ts';
import { RuntimeError } from '../core/errors.ts';
import { allocate } from '../core/allocate.ts';
import { zerosLike } from '../core/constant.ts';
import { wider } from '../core/dtype.ts';
import { writeElements } from '../core/elements.ts';
import { wrap } from '../core/make.ts';
import { record } from '../core/record.ts';
import { contiguousStrides, numel, sameShape, showShape, wrapDim } from '../core/shape.ts';
import type { Tensor } from '../core/tensor.ts';
import { to } from './convert.ts';
import { narrow, select, startsOf } from './parts.ts';
import { unsqueeze } from './view.ts';

/**
 * Tensors one after another along `dim`, [n, k] and [m, k] → [n + m, k] along 0, of the widest dtype; each
 * receives its part of the gradient. Empty vectors count for nothing.
 * Throws RuntimeError if there are none, one is 0-dim, or sizes differ but along `dim`; IndexError for no such
 * `dim`.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.cat.html
 */
export const cat = checked('cat tensors:L dim:i?', (all: readonly Tensor[], dim = 0): Tensor => {
  if (all.length === 0) throw new RuntimeError('torch.cat(): expected a non-empty list of Tensors');
  const filled = all.filter((x) => !isNothing(x));
  const tensors = filled.length === 0 ? all : filled;
  const first = tensors[0] as Tensor;
  tensors.forEach(requireDimension);
  const d = wrapDim(dim, first.dim());
  tensors.forEach((x, i) => {
    checkCat(first, x, d, i);
  });
  const dtype = tensors.map((x) => x.dtype).reduce((a, b) => wider(a, b));
  const starts = startsOf(all.map((x) => (isNothing(x) ? 0 : x.size(d))));
  const shape = first.shape.with(d, starts.at(-1) as number);
  const strides = contiguousStrides(shape);
  const data = allocate(dtype, numel(shape));
  all.forEach((x, i) => {
    writeElements(x, data, dtype, strides, (starts[i] as number) * (strides[d] as number));
  });
  return record(wrap(data, shape, dtype), 'CatBackward0', all, (g, i) => {
    const x = all[i] as Tensor;
    if (isNothing(x)) return zerosLike(x);
    return to(narrow(g, d, starts[i] as number, x.shape[d] as number), x.dtype);
  });
});

/** An empty vector, which counts for nothing. */
function isNothing({ shape }: Tensor): boolean {
  return shape.length === 1 && shape[0] === 0;
}

function requireDimension(x: Tensor, i: number): void {
  if (x.dim() === 0) {
    throw new RuntimeError(`zero-dimensional tensor (at position ${i}) cannot be concatenated`);
  }
}

function checkCat(first: Tensor, x: Tensor, dim: number, i: number): void {
  if (x.dim() !== first.dim()) {
    throw new RuntimeError(
      `Tensors must have same number of dimensions: got ${first.dim()} and ${x.dim()}`,
    );
  }
  x.shape.forEach((size, d) => {
    if (d === dim || size === first.shape[d]) return;
    throw new RuntimeError(
      `Sizes of tensors must match except in dimension ${dim}. Expected size ${first.shape[d] as number} but ` +
        `got size ${size} for tensor number ${i} in the list.`,
    );
  });
}

/**
 * Tensors of one shape side by side along a new dimension, which is number `dim` of the result: k of [n] → [k, n]
 * by 0; of the widest dtype.
 * Throws RuntimeError if there are none or shapes differ, IndexError if the result has no such dimension.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.stack.html
 */
export const stack = checked(
  'stack tensors:L dim:i?',
  (tensors: readonly Tensor[], dim = 0): Tensor => {
    const [first] = tensors;
    if (first === undefined) throw new RuntimeError('stack expects a non-empty TensorList');
    const d = wrapDim(dim, first.dim() + 1);
    tensors.forEach((x, i) => {
      if (sameShape(x.shape, first.shape)) return;
      throw new RuntimeError(
        `stack expects each tensor to be equal size, but got ${showShape(first.shape)} at entry 0 and ` +
          `${showShape(x.shape)} at entry ${i}`,
      );
    });
    const joined = cat(
      tensors.map((x) => unsqueeze(x.detach(), d)),
      d,
    );
    return record(joined, 'StackBackward0', tensors, (g, i) =>
      to(select(g, d, i), (tensors[i] as Tensor).dtype),
    );
  },
);
