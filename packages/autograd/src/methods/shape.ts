import { IndexError } from '../core/errors.ts';
import type { Operand } from '../core/node.ts';
import { type Shape, wrapDim } from '../core/shape.ts';
import { type Index, at, setAt } from '../ops/indexing.ts';
import * as parts from '../ops/parts.ts';
import * as rearrange from '../ops/rearrange.ts';
import * as views from '../ops/view.ts';
import type { Tensor } from '../tensor.ts';

type Sizes = readonly [Shape] | Shape;

/** `f(2, 3)` and `f([2, 3])` mean the same. */
function sizes(args: Sizes): Shape {
  const [first] = args;
  return typeof first === 'object' ? first : (args as Shape);
}

/** Methods that rearrange or take parts; each is the function of the same name, where it is described. */
// prettier-ignore
export class ShapeMethods {
  /** The sizes, or the size of one dimension. */
  size(this: Tensor): Shape;
  size(this: Tensor, dim: number): number;
  size(this: Tensor, dim?: number): Shape | number {
    if (dim === undefined) return this.shape;
    const size = this.shape[wrapDim(dim, this.dim())];
    if (size !== undefined) return size;
    throw new IndexError(`Dimension specified as ${dim} but tensor has no dimensions`);
  }

  view(this: Tensor, ...shape: Sizes): Tensor { return views.view(this, sizes(shape)); }
  reshape(this: Tensor, ...shape: Sizes): Tensor { return views.reshape(this, sizes(shape)); }
  flatten(this: Tensor, start?: number, end?: number): Tensor { return views.flatten(this, start, end); }
  squeeze(this: Tensor, dim?: number | Shape): Tensor { return views.squeeze(this, dim); }
  unsqueeze(this: Tensor, dim: number): Tensor { return views.unsqueeze(this, dim); }
  expand(this: Tensor, ...shape: Sizes): Tensor { return views.expand(this, sizes(shape)); }
  expandAs(this: Tensor, other: Tensor): Tensor { return views.expand(this, other.shape); }
  broadcastTo(this: Tensor, ...shape: Sizes): Tensor { return views.expand(this, sizes(shape)); }
  transpose(this: Tensor, dim0: number, dim1: number): Tensor { return views.transpose(this, dim0, dim1); }
  permute(this: Tensor, ...dims: Sizes): Tensor { return views.permute(this, sizes(dims)); }
  t(this: Tensor): Tensor { return views.t(this); }
  /** All dimensions reversed. */
  get T(): Tensor { return views.reversed(this as unknown as Tensor); }
  /** The last two dimensions swapped. */
  get mT(): Tensor { return views.matrixTranspose(this as unknown as Tensor); }

  repeat(this: Tensor, ...times: Sizes): Tensor { return rearrange.repeat(this, sizes(times)); }
  tile(this: Tensor, ...times: Sizes): Tensor { return rearrange.tile(this, sizes(times)); }
  flip(this: Tensor, ...dims: Sizes): Tensor { return rearrange.flip(this, sizes(dims)); }
  roll(this: Tensor, shifts: number | Shape, dims?: number | Shape): Tensor { return rearrange.roll(this, shifts, dims); }
  diag(this: Tensor, diagonal?: number): Tensor { return rearrange.diag(this, diagonal); }
  trace(this: Tensor): Tensor { return rearrange.trace(this); }
  triu(this: Tensor, diagonal?: number): Tensor { return rearrange.triu(this, diagonal); }
  tril(this: Tensor, diagonal?: number): Tensor { return rearrange.tril(this, diagonal); }
  maskedFill(this: Tensor, mask: Tensor, value: number | Tensor): Tensor { return rearrange.maskedFill(this, mask, value); }
  maskedSelect(this: Tensor, mask: Tensor): Tensor { return rearrange.maskedSelect(this, mask); }

  select(this: Tensor, dim: number, index: number): Tensor { return parts.select(this, dim, index); }
  narrow(this: Tensor, dim: number, start: number, length: number): Tensor { return parts.narrow(this, dim, start, length); }
  unbind(this: Tensor, dim?: number): Tensor[] { return parts.unbind(this, dim); }
  split(this: Tensor, size: number | Shape, dim?: number): Tensor[] { return parts.split(this, size, dim); }
  chunk(this: Tensor, chunks: number, dim?: number): Tensor[] { return parts.chunk(this, chunks, dim); }

  /** `x[index, …]`; see `Index` for what an index can be. */
  at(this: Tensor, ...indices: Index[]): Tensor { return at(this, indices); }
  /** `x[index, …] = value`, in place. */
  setAt(this: Tensor, indices: readonly Index[], value: Operand): Tensor { return setAt(this, indices, value); }
}
