import { elements } from '../core/make.ts';
import type { Tensor } from '../tensor.ts';

/** Numbers in lists, as deep as a tensor has dimensions. */
export type Nested = number | boolean | readonly Nested[];

/** Methods that take a tensor apart. */
export class ListMethods {
  /** The elements as nested arrays of numbers, or booleans for bool; a 0-dim tensor as one number. */
  tolist(this: Tensor): Nested {
    const read = (value: number): Nested => (this.dtype === 'bool' ? value !== 0 : value);
    let rows: Nested[] = Array.from(elements(this), read);
    if (this.dim() === 0) return rows[0] as Nested;
    for (const size of this.shape.slice(1).reverse()) rows = inGroups(rows, size);
    return rows;
  }

  /** The elements in row-major order, copied. */
  toArray(this: Tensor): number[] {
    return Array.from(elements(this));
  }

  /** The parts along the first dimension. */
  *[Symbol.iterator](this: Tensor): Generator<Tensor> {
    if (this.dim() === 0) throw new TypeError('iteration over a 0-d tensor');
    yield* this.unbind();
  }
}

function inGroups(rows: Nested[], size: number): Nested[] {
  const count = size === 0 ? 0 : rows.length / size;
  return Array.from({ length: count }, (_, i) => rows.slice(i * size, (i + 1) * size));
}
