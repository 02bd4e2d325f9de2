import { elements } from '../core/make.ts';
import { type Shape, numel } from '../core/shape.ts';
import type { Tensor } from '../tensor.ts';

/** Numbers in lists, as deep as a tensor has dimensions. */
export type Nested = number | boolean | readonly Nested[];

/** Methods that take a tensor apart. */
export class ListMethods {
  /**
   * The elements as nested lists of numbers, or booleans for bool; a 0-dim tensor as one number or boolean.
   *
   * @see https://docs.pytorch.org/docs/stable/generated/torch.Tensor.tolist.html
   */
  tolist(this: Tensor): Nested {
    const read = (value: number): Nested => (this.dtype === 'bool' ? value !== 0 : value);
    let rows: Nested[] = Array.from(elements(this), read);
    if (this.dim() === 0) return rows[0] as Nested;
    for (let d = this.dim() - 1; d > 0; d--) rows = inGroups(rows, this.shape, d);
    return rows;
  }

  /** The elements as one list of numbers, 0 and 1 for bool, in row-major order, as `x.flatten().tolist()`. */
  toArray(this: Tensor): number[] {
    return Array.from(elements(this));
  }

  /** The slices along the first dimension, views: `const [a, b] = x`. Throws TypeError if x is 0-dim. */
  *[Symbol.iterator](this: Tensor): Generator<Tensor> {
    if (this.dim() === 0) throw new TypeError('iteration over a 0-d tensor');
    yield* this.unbind();
  }
}

/** The rows along dimension `d`, as one list for each place of the dimensions before it. */
function inGroups(rows: Nested[], shape: Shape, d: number): Nested[] {
  const size = shape[d] as number;
  return Array.from({ length: numel(shape.slice(0, d)) }, (_, i) =>
    rows.slice(i * size, (i + 1) * size),
  );
}
