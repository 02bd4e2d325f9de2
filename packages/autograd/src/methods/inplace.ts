import { inPlace, update } from '../autograd/inplace.ts';
import type { Operand } from '../core/node.ts';
import type { AlphaOptions } from '../ops/arithmetic.ts';
import { filledBy, overwrite } from '../ops/overwrite.ts';
import type { Bounds } from '../ops/pairs.ts';
import type { Tensor } from '../tensor.ts';

/**
 * Methods that change memory in place. They end in an underscore, return the tensor itself, count as a
 * new version, and are recorded as the operation without the underscore.
 * While recording they throw RuntimeError for a leaf that requires grad, a view of one, or one of several
 * views (as from `split`); always for a result of another shape, a floating one in a tensor of whole numbers,
 * and memory that was expanded, which only `zero_` and `fill_` may write.
 *
 * @see https://docs.pytorch.org/docs/stable/notes/autograd.html#in-place-operations-with-autograd
 */
// prettier-ignore
export class InPlaceMethods {
  /** {@link Tensor.add} in place; see {@link InPlaceMethods} */
  add_(this: Tensor, other: Operand, options?: AlphaOptions): Tensor { return update(this, (x) => x.add(other, options)); }
  /** {@link Tensor.sub} in place; see {@link InPlaceMethods} */
  sub_(this: Tensor, other: Operand, options?: AlphaOptions): Tensor { return update(this, (x) => x.sub(other, options)); }
  /** {@link Tensor.mul} in place; see {@link InPlaceMethods} */
  mul_(this: Tensor, other: Operand): Tensor { return update(this, (x) => x.mul(other)); }
  /** {@link Tensor.div} in place; see {@link InPlaceMethods} */
  div_(this: Tensor, other: Operand): Tensor { return update(this, (x) => x.div(other)); }
  /** {@link Tensor.pow} in place; see {@link InPlaceMethods} */
  pow_(this: Tensor, exponent: Operand): Tensor { return update(this, (x) => x.pow(exponent)); }
  /** {@link Tensor.neg} in place; see {@link InPlaceMethods} */
  neg_(this: Tensor): Tensor { return update(this, (x) => x.neg()); }
  /** {@link Tensor.exp} in place; see {@link InPlaceMethods} */
  exp_(this: Tensor): Tensor { return update(this, (x) => x.exp()); }
  /** {@link Tensor.sqrt} in place; see {@link InPlaceMethods} */
  sqrt_(this: Tensor): Tensor { return update(this, (x) => x.sqrt()); }
  /** {@link Tensor.relu} in place; see {@link InPlaceMethods} */
  relu_(this: Tensor): Tensor { return update(this, (x) => x.relu()); }
  /** {@link Tensor.sigmoid} in place; see {@link InPlaceMethods} */
  sigmoid_(this: Tensor): Tensor { return update(this, (x) => x.sigmoid()); }
  /** {@link Tensor.tanh} in place; see {@link InPlaceMethods} */
  tanh_(this: Tensor): Tensor { return update(this, (x) => x.tanh()); }
  /** {@link Tensor.clamp} in place; see {@link InPlaceMethods} */
  clamp_(this: Tensor, bounds: Bounds): Tensor { return update(this, (x) => x.clamp(bounds)); }
  /** Makes every element 0, in place; see {@link InPlaceMethods} */
  zero_(this: Tensor): Tensor { return inPlace(this, () => overwrite(this, 0, 'ZeroBackward0'), true); }
  /** Makes every element `value`, a number or a 0-dim tensor, cast, in place; see {@link InPlaceMethods} */
  fill_(this: Tensor, value: Operand): Tensor { return inPlace(this, () => filledBy(this, value), true); }
  /** Takes the values of `source`, broadcast and cast, in place; see {@link InPlaceMethods} */
  copy_(this: Tensor, source: Operand): Tensor { return inPlace(this, () => overwrite(this, source, 'CopyBackwards')); }
}
