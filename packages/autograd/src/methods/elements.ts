import { elements } from '../core/make.ts';
import { type Shape, numel } from '../core/shape.ts';
import type { Tensor } from '../core/tensor.ts';
import { unbind } from '../ops/parts.ts';

/** Numbers in lists, as deep as a tensor has dimensions. */
export type Nested = number | boolean | readonly Nested[];

/**
 * The elements as nested lists of numbers, or booleans for bool; a 0-dim tensor as one number or boolean.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.Tensor.tolist.html
 */
export function tolist(x: Tensor): Nested {
  const read = (value: number): Nested => (x.dtype === 'bool' ? value !== 0 : value);
  let rows: Nested[] = Array.from(elements(x), read);
  if (x.shape.length === 0) return rows[0] as Nested;
  for (let d = x.shape.length - 1; d > 0; d--) rows = inGroups(rows, x.shape, d);
  return rows;
}

/** The elements as one list of numbers, 0 and 1 for bool, in row-major order, as `x.flatten().tolist()`. */
export function toArray(x: Tensor): number[] {
  return Array.from(elements(x));
}

/** The slices along the first dimension, views: `const [a, b] = x`. Throws TypeError if x is 0-dim. */
export function* iterate(x: Tensor): Generator<Tensor> {
  if (x.shape.length === 0) throw new TypeError('iteration over a 0-d tensor');
  yield* unbind(x);
}

/** The rows along dimension `d`, as one list for each index of the dimensions before it. */
function inGroups(rows: Nested[], shape: Shape, d: number): Nested[] {
  const size = shape[d] as number;
  return Array.from({ length: numel(shape.slice(0, d)) }, (_, i) =>
    rows.slice(i * size, (i + 1) * size),
  );
}
