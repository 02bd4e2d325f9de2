import { isFloating } from '../core/dtype.ts';
import { IndexError, ValueError } from '../core/errors.ts';
import { elements, wrap } from '../core/make.ts';
import type { Operand } from '../core/node.ts';
import { type Shape, broadcastShapes, numel, showShape } from '../core/shape.ts';
import { Tensor } from '../tensor.ts';
import { select, slice } from './join.ts';
import { asTensor } from './constant.ts';
import { type Plan, indexPut, take } from './take.ts';
import { expand, permute, unsqueeze } from './view.ts';

/**
 * One index of `x.at(…)`, which reads as Python's `x[…]`:
 *
 * | here | Python | means |
 * |---|---|---|
 * | `2`, `-1` | `2`, `-1` | that slice, without the dimension |
 * | `[1, 3]`, `[null, null, 2]` | `1:3`, `::2` | start, stop, step; null or missing is the default |
 * | `':'` | `:` | the whole dimension |
 * | `'...'` | `...` | as many whole dimensions as are left |
 * | `null` | `None` | a new dimension of size 1 |
 * | an int64 tensor | the same | those slices, in that order |
 * | a bool tensor | the same | the slices where it is true |
 */
export type Index = number | null | ':' | '...' | Tensor | readonly (number | null)[];

/** Reads a part of `x`. A view, unless an index is a tensor. */
export function at(x: Tensor, indices: readonly Index[]): Tensor {
  const { view, tensors, first } = basicIndex(x, indices);
  return tensors.length === 0 ? view : advancedIndex(view, tensors, first);
}

/** Replaces a part of `x` in place by `value`, broadcast to it. */
export function setAt(x: Tensor, indices: readonly Index[], value: Operand): Tensor {
  const { view, tensors, first } = basicIndex(x, indices);
  if (tensors.length === 0) view.copy_(value);
  else {
    const { plan } = advancedPlan(view, tensors, first);
    const target = asTensor(value).to(x.dtype).expand(plan.shape);
    const kept = indexPut(view, plan, target);
    view.copy_(kept);
  }
  return x;
}

interface Basic {
  view: Tensor;
  /** The tensors among the indices, for neighbouring dimensions from `first`; null keeps a dimension. */
  tensors: (Tensor | null)[];
  first: number;
}

function consumed(index: Index): number {
  if (index === null || index === '...') return 0;
  return index instanceof Tensor && index.dtype === 'bool' ? index.dim() : 1;
}

function basicIndex(x: Tensor, indices: readonly Index[]): Basic {
  const used = indices.reduce<number>((count, index) => count + consumed(index), 0);
  if (used > x.dim()) throw new IndexError(complaint(x, indices));
  let view = x;
  let dim = 0;
  const recorded: (Tensor | null)[] = [];
  indices.forEach((index, place) => {
    if (index === '...') dim += x.dim() - used;
    else if (index === ':') dim++;
    else if (index === null) view = unsqueeze(view, dim++);
    else if (typeof index === 'number') view = selectAt(view, dim, index, place);
    else if (!(index instanceof Tensor)) view = sliceAt(view, dim++, index);
    else if (index.dim() > 0 || isFloating(index.dtype)) recorded[dim++] = index;
    else if (index.dtype === 'bool') {
      view = unsqueeze(view, dim);
      recorded[dim++] = index.reshape(1);
    } else view = selectAt(view, dim, index.item(), place);
  });
  return { view, ...positionsIn(view, recorded) };
}

function complaint(x: Tensor, indices: readonly Index[]): string {
  const [only] = indices;
  if (x.dim() > 0 || indices.length > 1 || only instanceof Tensor) {
    return `too many indices for tensor of dimension ${x.dim()}`;
  }
  return typeof only === 'number'
    ? 'invalid index of a 0-dim tensor. Use `tensor.item()` in Python or `tensor.item<T>()` in C++ to convert ' +
        'a 0-dim tensor to a number'
    : 'slice() cannot be applied to a 0-dim tensor.';
}

/** PyTorch counts a mask as one dimension among the indices, and only then spreads it over all that it covers. */
function positionsIn(view: Tensor, recorded: readonly (Tensor | null)[]) {
  const tensors: (Tensor | null)[] = [];
  for (const index of Array.from(recorded)) {
    tensors.push(...(index ? asPositions(index, view, tensors.length) : [null]));
  }
  return { tensors, first: tensors.findIndex((tensor) => tensor) };
}

function selectAt(x: Tensor, dim: number, index: number, place: number): Tensor {
  if (!Number.isInteger(index)) {
    throw new IndexError(
      'only integers, slices (`:`), ellipsis (`...`), None and long or byte Variables are valid indices (got float)',
    );
  }
  requireIn(index, x.shape[dim] as number, place);
  return select(x, dim, index);
}

function requireIn(index: number, size: number, dim: number): void {
  if (index < size && index >= -size) return;
  throw new IndexError(`index ${index} is out of bounds for dimension ${dim} with size ${size}`);
}

function sliceAt(x: Tensor, dim: number, index: readonly (number | null)[]): Tensor {
  const [start = null, stop = null, step = 1] = index;
  if (step === 0) throw new ValueError('slice step cannot be zero');
  if ((step ?? 1) < 0) throw new ValueError('step must be greater than zero');
  return slice(x, dim, start, stop, step ?? 1);
}

/** A tensor index as positions: a mask becomes one int64 tensor for each dimension it covers. */
function asPositions(index: Tensor, x: Tensor, dim: number): Tensor[] {
  if (isFloating(index.dtype)) {
    throw new IndexError('tensors used as indices must be long, byte or bool tensors');
  }
  if (index.dtype !== 'bool') return [index];
  const covered = x.shape.slice(dim, dim + index.dim());
  index.shape.forEach((size, d) => {
    if (size === covered[d]) return;
    throw new IndexError(
      `The shape of the mask ${showShape(index.shape)} at index ${d} does not match the shape of the indexed ` +
        `tensor ${showShape(x.shape)} at index ${dim + d}`,
    );
  });
  return maskPositions(index);
}

/** Where a bool tensor is true: the coordinates, one int64 tensor a dimension. */
export function maskPositions(mask: Tensor): Tensor[] {
  const flat: number[] = [];
  elements(mask).forEach((value, k) => {
    if (value !== 0) flat.push(k);
  });
  let below = 1;
  return mask.shape
    .map((size) => size)
    .reverse()
    .map((size) => {
      const coordinates = flat.map((k) => Math.floor(k / below) % size);
      below *= size;
      return wrap(Float64Array.from(coordinates), [flat.length], 'int64');
    })
    .reverse();
}

function advancedPlan(x: Tensor, tensors: (Tensor | null)[], first: number) {
  const used = tensors.map((tensor, d) => ({ tensor, d })).filter(({ tensor }) => tensor);
  const dims = used.map(({ d }) => d);
  const together = dims.every((d, i) => i === 0 || d === (dims[i - 1] as number) + 1);
  const picked = used.map(({ tensor }) => tensor as Tensor);
  const common = commonShape(picked.map((tensor) => tensor.shape));
  const lists = picked.map((tensor) => elements(expand(tensor, common)));
  const rest = x.shape.map((_, d) => d).filter((d) => !dims.includes(d));
  const strides = x.shape.map((_, d) => numel(x.shape.slice(d + 1)));
  const count = numel(common);
  const restShape = rest.map((d) => x.shape[d] as number);
  const restCount = numel(restShape);
  const positions = new Float64Array(count * restCount);
  for (let k = 0; k < count; k++) {
    let start = 0;
    dims.forEach(
      (d, i) =>
        (start +=
          wrapped(lists[i]?.[k] as number, x.shape[d] as number, i) * (strides[d] as number)),
    );
    for (let r = 0; r < restCount; r++)
      positions[k * restCount + r] = start + offsetOf(r, rest, x, strides);
  }
  const plan: Plan = { shape: [...common, ...restShape], positions };
  return { plan, moved: together ? first : 0, commonRank: common.length };
}

function commonShape(shapes: Shape[]): Shape {
  try {
    return shapes.reduce(broadcastShapes);
  } catch {
    throw new IndexError(
      'shape mismatch: indexing tensors could not be broadcast together with shapes ' +
        shapes.map(showShape).join(', '),
    );
  }
}

function wrapped(index: number, size: number, dim: number): number {
  if (size === 0) throw new IndexError('index is out of bounds for dimension with size 0');
  requireIn(index, size, dim);
  return index < 0 ? index + size : index;
}

function offsetOf(flat: number, dims: readonly number[], x: Tensor, strides: Shape): number {
  let left = flat;
  let offset = 0;
  for (let i = dims.length - 1; i >= 0; i--) {
    const d = dims[i] as number;
    const size = x.shape[d] as number;
    offset += (left % size) * (strides[d] as number);
    left = Math.floor(left / size);
  }
  return offset;
}

function advancedIndex(x: Tensor, tensors: (Tensor | null)[], first: number): Tensor {
  const { plan, moved, commonRank } = advancedPlan(x, tensors, first);
  const taken = take(x, plan, 'IndexBackward0');
  if (moved === 0) return taken;
  // The indexed dimensions come first; put them back where the first tensor stood.
  const order = plan.shape.map((_, d) => d);
  const front = order.splice(0, commonRank);
  order.splice(moved, 0, ...front);
  return permute(taken, order);
}
