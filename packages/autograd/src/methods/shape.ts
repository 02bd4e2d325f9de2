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
  /**
   * The sizes of all dimensions, `x.shape`.
   *
   * @see https://docs.pytorch.org/docs/stable/generated/torch.Tensor.size.html
   */
  size(this: Tensor): Shape;
  /**
   * The size of one dimension. Throws IndexError if there is no such dimension.
   *
   * @see https://docs.pytorch.org/docs/stable/generated/torch.Tensor.size.html
   */
  size(this: Tensor, dim: number): number;
  size(this: Tensor, dim?: number): Shape | number {
    if (dim === undefined) return this.shape;
    const size = this.shape[wrapDim(dim, this.dim())];
    if (size !== undefined) return size;
    throw new IndexError(`Dimension specified as ${dim} but tensor has no dimensions`);
  }

  /** {@link views.view} */
  view(this: Tensor, ...shape: Sizes): Tensor { return views.view(this, sizes(shape)); }
  /** {@link views.reshape} */
  reshape(this: Tensor, ...shape: Sizes): Tensor { return views.reshape(this, sizes(shape)); }
  /** {@link views.flatten} */
  flatten(this: Tensor, start?: number, end?: number): Tensor { return views.flatten(this, start, end); }
  /** {@link views.squeeze} */
  squeeze(this: Tensor, dim?: number | Shape): Tensor { return views.squeeze(this, dim); }
  /** {@link views.unsqueeze} */
  unsqueeze(this: Tensor, dim: number): Tensor { return views.unsqueeze(this, dim); }
  /** {@link views.expand} */
  expand(this: Tensor, ...shape: Sizes): Tensor { return views.expand(this, sizes(shape)); }
  /** {@link views.expand} */
  expandAs(this: Tensor, other: Tensor): Tensor { return views.expand(this, other.shape); }
  /** {@link views.expand} */
  broadcastTo(this: Tensor, ...shape: Sizes): Tensor { return views.expand(this, sizes(shape)); }
  /** {@link views.transpose} */
  transpose(this: Tensor, dim0: number, dim1: number): Tensor { return views.transpose(this, dim0, dim1); }
  /** {@link views.permute} */
  permute(this: Tensor, ...dims: Sizes): Tensor { return views.permute(this, sizes(dims)); }
  /** {@link views.t} */
  t(this: Tensor): Tensor { return views.t(this); }
  /** {@link views.reversed} */
  get T(): Tensor { return views.reversed(this as unknown as Tensor); }
  /** {@link views.matrixTranspose} */
  get mT(): Tensor { return views.matrixTranspose(this as unknown as Tensor); }

  /** {@link rearrange.repeat} */
  repeat(this: Tensor, ...times: Sizes): Tensor { return rearrange.repeat(this, sizes(times)); }
  /** {@link rearrange.tile} */
  tile(this: Tensor, ...times: Sizes): Tensor { return rearrange.tile(this, sizes(times)); }
  /** {@link rearrange.flip} */
  flip(this: Tensor, ...dims: Sizes): Tensor { return rearrange.flip(this, sizes(dims)); }
  /** {@link rearrange.roll} */
  roll(this: Tensor, shifts: number | Shape, dims?: number | Shape): Tensor { return rearrange.roll(this, shifts, dims); }
  /** {@link rearrange.diag} */
  diag(this: Tensor, diagonal?: number): Tensor { return rearrange.diag(this, diagonal); }
  /** {@link rearrange.trace} */
  trace(this: Tensor): Tensor { return rearrange.trace(this); }
  /** {@link rearrange.triu} */
  triu(this: Tensor, diagonal?: number): Tensor { return rearrange.triu(this, diagonal); }
  /** {@link rearrange.tril} */
  tril(this: Tensor, diagonal?: number): Tensor { return rearrange.tril(this, diagonal); }
  /** {@link rearrange.maskedFill} */
  maskedFill(this: Tensor, mask: Tensor, value: number | Tensor): Tensor { return rearrange.maskedFill(this, mask, value); }
  /** {@link rearrange.maskedSelect} */
  maskedSelect(this: Tensor, mask: Tensor): Tensor { return rearrange.maskedSelect(this, mask); }

  /** {@link parts.select} */
  select(this: Tensor, dim: number, index: number): Tensor { return parts.select(this, dim, index); }
  /** {@link parts.narrow} */
  narrow(this: Tensor, dim: number, start: number, length: number): Tensor { return parts.narrow(this, dim, start, length); }
  /** {@link parts.unbind} */
  unbind(this: Tensor, dim?: number): Tensor[] { return parts.unbind(this, dim); }
  /** {@link parts.split} */
  split(this: Tensor, size: number | Shape, dim?: number): Tensor[] { return parts.split(this, size, dim); }
  /** {@link parts.chunk} */
  chunk(this: Tensor, chunks: number, dim?: number): Tensor[] { return parts.chunk(this, chunks, dim); }

  /** {@link at} */
  at(this: Tensor, ...indices: Index[]): Tensor { return at(this, indices); }
  /** {@link setAt} */
  setAt(this: Tensor, indices: readonly Index[], value: Operand): Tensor { return setAt(this, indices, value); }
}
