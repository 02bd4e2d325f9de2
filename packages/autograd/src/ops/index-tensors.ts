import { isFloating } from '../core/dtype.ts';
import { IndexError } from '../core/errors.ts';
import { elements, wrap } from '../core/make.ts';
import { type Shape, broadcastShapes, contiguousStrides, showShape } from '../core/shape.ts';
import type { Tensor } from '../core/tensor.ts';
import { add } from './arithmetic.ts';

/** PyTorch counts a mask as one dimension among the indices, and only then spreads it over all that it covers. */
export function positionsIn(view: Tensor, recorded: readonly (Tensor | null)[]): (Tensor | null)[] {
  const tensors: (Tensor | null)[] = [];
  for (const index of Array.from(recorded)) {
    tensors.push(...(index ? asPositions(index, view, tensors.length) : [null]));
  }
  return tensors;
}

/** Refuses an index out of range. */
export function requireIn(index: number, size: number, dim: number): void {
  if (index < size && index >= -size) return;
  throw new IndexError(`index ${index} is out of bounds for dimension ${dim} with size ${size}`);
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
function maskPositions(mask: Tensor): Tensor[] {
  const flat: number[] = [];
  elements(mask).forEach((value, k) => {
    if (value !== 0) flat.push(k);
  });
  const strides = contiguousStrides(mask.shape);
  return mask.shape.map((size, d) => {
    const coordinates = flat.map((k) => Math.floor(k / (strides[d] as number)) % size);
    return wrap(Float64Array.from(coordinates), [flat.length], 'int64');
  });
}

/**
 * The flat elements of `x` that index tensors pick, in the shape of the result: the indexed dimensions become
 * those of the tensors, and come first unless they are neighbours.
 */
export function advancedPositions(x: Tensor, tensors: readonly (Tensor | null)[]): Tensor {
  const all = x.shape.map((_, d) => d);
  const indexed = all.filter((d) => tensors[d]);
  const rest = all.filter((d) => !tensors[d]);
  const { length: rank } = commonShape(indexed.map((d) => (tensors[d] as Tensor).shape));
  const first = indexed[0] as number;
  const ahead = indexed.at(-1) === first + indexed.length - 1 ? first : 0;
  const strides = contiguousStrides(x.shape);
  // What an index of one dimension adds to the position; the sums of these broadcast to the result.
  const parts = x.shape.map((size, d) => {
    const index = tensors[d];
    const position = rest.indexOf(d);
    const after = index ? ahead : position + 1;
    const behind = rest.length - after + (index || position >= ahead ? 0 : rank);
    const offset = (i: number): number =>
      wrapped(i, size, indexed.indexOf(d)) * (strides[d] as number);
    return wrap(
      Float64Array.from(
        index ? elements(index) : Array.from({ length: size }, (_, i) => i),
        offset,
      ),
      [...(index ? index.shape : [size]), ...new Array<number>(behind).fill(1)],
      'int64',
    );
  });
  return parts.reduce((a, b) => add(a, b));
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
