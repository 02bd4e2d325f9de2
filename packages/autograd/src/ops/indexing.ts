import { argumentsOf, kindOf } from '../core/check.ts';
import { isFloating } from '../core/dtype.ts';
import { inPlace } from './in-place.ts';
import { IndexError, RuntimeError, ValueError } from '../core/errors.ts';
import { elements } from '../core/make.ts';
import type { Operand } from '../core/node.ts';
import { saveForBackward } from '../core/record.ts';
import { type Shape, sameShape, showShape } from '../core/shape.ts';
import { Tensor } from '../core/tensor.ts';
import { select, slice } from './parts.ts';
import { asTensor } from '../core/constant.ts';
import { advancedPositions, positionsIn, requireIn } from './index-tensors.ts';
import { indexPut, take } from './take.ts';
import { unsqueeze } from './view.ts';

/**
 * One index of `x.at(…)` or `x.setAt([…], value)`, which read as Python's `x[…]`. Indices stand for the dimensions
 * in order; those without one are taken whole.
 *
 * | here | Python | means |
 * |---|---|---|
 * | `2`, `-1` | `2`, `-1` | that slice, from the end if negative, without the dimension |
 * | `[1, 3]`, `[null, null, 2]` | `1:3`, `::2` | start, stop, step; null or missing is the default |
 * | `':'` | `:` | the whole dimension |
 * | `'...'` | `...` | as many whole dimensions as are left; once |
 * | `null` | `None` | a new dimension of size 1 |
 * | an int64 tensor | the same | those slices, in that order; 0-dim it is a number |
 * | a bool tensor | the same | where it is true, of as many dimensions as it has |
 *
 * - A list is always a slice, never a choice: `[1, 3]` is 1:3. Chosen slices are an int64 tensor,
 *   `tensor([1, 3], { dtype: 'int64' })`. Bounds beyond an end are clamped, steps are positive.
 * - An int64 tensor's shape takes the place of its dimension: [n, k] by [a, b] → [a, b, k]. Several broadcast and
 *   go together, rows [a] and columns [a] → [a] elements; their shape comes first if other indices stand between
 *   them.
 * - A bool tensor has the sizes of the dimensions it covers, [n, m, k] by [n, m] → [count, k], in row-major order;
 *   0-dim it adds a dimension, of size 1 or 0.
 */
export type Index = number | null | ':' | '...' | Tensor | readonly (number | null)[];

/**
 * `x[…]`, by the rules of {@link Index}: a view, which shares the memory of x, unless an index is a tensor with
 * dimensions or of bools; then a copy, whose gradient is added up where indices repeat.
 * Throws IndexError if there are too many indices, one is out of range or no whole number, a mask's sizes
 * differ, or index tensors are floating or do not broadcast; ValueError if a step is not positive.
 *
 * @see https://docs.pytorch.org/docs/stable/tensor_view.html
 */
export function at(x: Tensor, indices: readonly Index[]): Tensor {
  const { view, tensors } = basicIndex(x, indices);
  if (tensors.length === 0) return view;
  const positions = advancedPositions(view, tensors);
  return saveForBackward(
    take(view, positions.shape, elements(positions), 'IndexBackward0', 'IndexPutImplBackward0'),
  );
}

/**
 * `x[…] = value` in place, by the rules of {@link Index}; returns x. The value is broadcast to that part and takes
 * the dtype of x; more dimensions of size 1 in front do no harm. Of indices that repeat, the last counts. The
 * gradient goes to the value, and no longer to what it replaced.
 * Throws what `at` throws, and RuntimeError if the value does not broadcast, if x is a leaf that requires a
 * gradient (but under `noGrad`), or if tensors index an expanded view.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.Tensor.index_put_.html
 */
export function setAt(x: Tensor, indices: readonly Index[], value: Operand): Tensor {
  checkSetAt(x, indices, value);
  if (!Array.isArray(indices)) refuseIndex(indices, 'setAt(): indices must be a list, got ');
  const { view, tensors } = basicIndex(x, indices);
  if (tensors.length > 0) {
    const positions = advancedPositions(view, tensors);
    const source = spreadTo(asTensor(value).to(x.dtype), positions.shape);
    inPlace(view, () => indexPut(view, elements(positions), source));
  } else assign(view, asTensor(value, x.dtype));
  return x;
}

/** Copies or fills, as PyTorch: what is recorded depends on it, and which words refuse a value that does not fit. */
function assign(part: Tensor, value: Tensor): void {
  if (sameShape(part.shape, value.shape)) part.copy_(value);
  else if (value.dim() === 0) part.fill_(value);
  else part.copy_(withoutLead(value).expand(part.shape));
}

/** `value` without the dimensions of size 1 that it has in front. */
function withoutLead(value: Tensor): Tensor {
  const first = value.shape.findIndex((size) => size !== 1);
  if (first === 0) return value;
  return value.reshape(first < 0 ? [] : value.shape.slice(first));
}

/** `value` in the shape of what an index reads. */
function spreadTo(given: Tensor, shape: Shape): Tensor {
  const value = withoutLead(given);
  const lead = shape.length - value.dim();
  const fits = value.shape.every((size, d) => size === 1 || size === shape[lead + d]);
  if (fits) return value.expand(shape);
  throw new RuntimeError(
    `shape mismatch: value tensor of shape ${showShape(value.shape)} cannot be broadcast to indexing result of ` +
      `shape ${showShape(shape)}`,
  );
}

interface Basic {
  view: Tensor;
  /** The tensors among the indices, by the dimensions of `view` that they index. */
  tensors: (Tensor | null)[];
}

const checkSetAt = argumentsOf('setAt self:T indices:? value:O');

function refuseIndex(index: unknown, start = ''): never {
  const only =
    'only integers, slices (`:`), ellipsis (`...`), None and long or byte Variables are valid indices (got ';
  throw new IndexError(start === '' ? `${only}${kindOf(index)})` : `${start}${kindOf(index)}`);
}

function consumed(index: Index): number {
  requireIndex(index);
  if (index === null || index === '...') return 0;
  return index instanceof Tensor && index.dtype === 'bool' ? index.dim() : 1;
}

const isBound = (bound: unknown): boolean =>
  bound === null || bound === undefined || Number.isInteger(bound);

/** What is no {@link Index} would be taken for a slice. */
function requireIndex(index: Index): void {
  if (index === null || index === ':' || index === '...' || index instanceof Tensor) return;
  if (typeof index === 'number' && !Number.isInteger(index)) refuseIndex(index);
  if (typeof index === 'number') return;
  if (!Array.isArray(index)) refuseIndex(index);
  if (index.length <= 3 && index.every(isBound)) return;
  throw new TypeError(
    'slice indices must be integers or None or have an __index__ method: a list is [start, stop, step], got ' +
      `[${index.map(kindOf).join(', ')}]`,
  );
}

function basicIndex(x: Tensor, indices: readonly Index[]): Basic {
  const used = indices.reduce<number>((count, index) => count + consumed(index), 0);
  if (used > x.dim()) throw new IndexError(complaint(x, indices));
  let view = x;
  let dim = 0;
  const recorded: (Tensor | null)[] = [];
  indices.forEach((index, argument) => {
    if (index === '...') dim += x.dim() - used;
    else if (index === ':') dim++;
    else if (index === null) view = unsqueeze(view, dim++);
    else if (typeof index === 'number') view = selectAt(view, dim, index, argument);
    else if (!(index instanceof Tensor)) view = sliceAt(view, dim++, index);
    else if (index.dim() > 0 || isFloating(index.dtype)) recorded[dim++] = index;
    else if (index.dtype === 'bool') {
      view = unsqueeze(view, dim);
      recorded[dim++] = index.reshape(1);
    } else view = selectAt(view, dim, index.item(), argument);
  });
  return { view, tensors: positionsIn(view, recorded) };
}

function complaint(x: Tensor, indices: readonly Index[]): string {
  const [only] = indices;
  if (indices.length > 1 || only instanceof Tensor) {
    return `too many indices for tensor of dimension ${x.dim()}`;
  }
  return typeof only === 'number'
    ? 'invalid index of a 0-dim tensor. Use `tensor.item()` in Python or `tensor.item<T>()` in C++ to convert ' +
        'a 0-dim tensor to a number'
    : 'slice() cannot be applied to a 0-dim tensor.';
}

function selectAt(x: Tensor, dim: number, index: number, argument: number): Tensor {
  requireIn(index, x.shape[dim] as number, argument);
  return select(x, dim, index);
}

function sliceAt(x: Tensor, dim: number, index: readonly (number | null)[]): Tensor {
  const [start = null, stop = null, step = 1] = index;
  if (step === 0) throw new ValueError('slice step cannot be zero');
  if ((step ?? 1) < 0) throw new ValueError('step must be greater than zero');
  return slice(x, dim, start, stop, step ?? 1);
}
