import { inPlace } from '../autograd/inplace.ts';
import type { Operand } from '../core/node.ts';
import type { AlphaOptions } from '../ops/arithmetic.ts';
import { overwrite } from '../ops/overwrite.ts';
import type { Bounds } from '../ops/pairs.ts';
import type { Tensor } from '../tensor.ts';

/**
 * Methods that change memory in place. They end in an underscore, return the tensor itself, count as a
 * new version, and are refused for a leaf that requires grad.
 */
// prettier-ignore
export class InPlaceMethods {
  add_(this: Tensor, other: Operand, options?: AlphaOptions): Tensor { return inPlace(this, () => this.add(other, options)); }
  sub_(this: Tensor, other: Operand, options?: AlphaOptions): Tensor { return inPlace(this, () => this.sub(other, options)); }
  mul_(this: Tensor, other: Operand): Tensor { return inPlace(this, () => this.mul(other)); }
  div_(this: Tensor, other: Operand): Tensor { return inPlace(this, () => this.div(other)); }
  pow_(this: Tensor, exponent: Operand): Tensor { return inPlace(this, () => this.pow(exponent)); }
  neg_(this: Tensor): Tensor { return inPlace(this, () => this.neg()); }
  exp_(this: Tensor): Tensor { return inPlace(this, () => this.exp()); }
  sqrt_(this: Tensor): Tensor { return inPlace(this, () => this.sqrt()); }
  relu_(this: Tensor): Tensor { return inPlace(this, () => this.relu()); }
  sigmoid_(this: Tensor): Tensor { return inPlace(this, () => this.sigmoid()); }
  tanh_(this: Tensor): Tensor { return inPlace(this, () => this.tanh()); }
  clamp_(this: Tensor, bounds: Bounds): Tensor { return inPlace(this, () => this.clamp(bounds)); }
  zero_(this: Tensor): Tensor { return inPlace(this, () => overwrite(this, 0, 'ZeroBackward0'), true); }
  fill_(this: Tensor, value: Operand): Tensor { return inPlace(this, () => overwrite(this, value, 'FillBackward0'), true); }
  /** Takes the values of `source`, broadcast and cast. */
  copy_(this: Tensor, source: Operand): Tensor { return inPlace(this, () => overwrite(this, source, 'CopyBackwards')); }
}
