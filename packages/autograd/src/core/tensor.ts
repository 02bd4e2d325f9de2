import { type Memory, type View, valueOf } from './base.ts';
import { type DType, isFloating } from './dtype.ts';
import { RuntimeError, ValueError } from './errors.ts';
import type { Node } from './node.ts';
import { SCALAR, type Shape, numel, sameShape } from './shape.ts';
import type { Storage } from './storage.ts';

/**
 * Numbers of one dtype in a box of any number of dimensions, with the history that made them.
 *
 * @see https://docs.pytorch.org/docs/stable/tensors.html
 */
export class Tensor {
  /** The sizes of the dimensions, outermost first; [] for a single number. */
  declare readonly shape: Shape;
  /** The type of all elements. */
  declare readonly dtype: DType;
  /** The value of a 0-dim tensor without memory. */
  declare scalar: number;
  /** A fresh 0-dim tensor is only a number: null until a view or an alias needs to share memory. */
  declare memory: Memory | null;
  /** The recorded operation, or the accumulator of a leaf that requires grad. Read it through `nodeOf`. */
  declare node: Node | null;
  /** What `grad` reads and writes. */
  declare gradient: Tensor | null;
  /** Changes made in place to a tensor without memory. */
  declare scalarVersion: number;

  constructor(shape: Shape, dtype: DType, scalar: number, memory: Memory | null) {
    this.shape = shape;
    this.dtype = dtype;
    this.scalar = scalar;
    this.memory = memory;
    this.node = null;
    this.gradient = null;
    this.scalarVersion = 0;
  }

  /** The memory shared with views; null while this is only a number. */
  get storage(): Storage | null {
    return this.memory === null ? null : this.memory.storage;
  }

  /** How many elements of memory lie between neighbours along each dimension. */
  get strides(): Shape {
    return this.memory === null ? SCALAR : this.memory.strides;
  }

  /** Where in memory the first element lies. */
  get offset(): number {
    return this.memory === null ? 0 : this.memory.offset;
  }

  /** Set on a view: what it looks into. */
  get origin(): View | null {
    return this.memory === null ? null : this.memory.origin;
  }

  /** How often this tensor's memory was changed in place; views share the count. */
  get version(): number {
    return this.storage === null ? this.scalarVersion : this.storage.version;
  }

  /**
   * The gradient that backward passes have added up, or null. Only leaves get one, unless by `retainGrad`.
   * Setting it throws RuntimeError for another shape or dtype.
   *
   * @see https://docs.pytorch.org/docs/stable/generated/torch.Tensor.grad.html
   */
  get grad(): Tensor | null {
    return this.gradient;
  }

  set grad(value: Tensor | null) {
    if (value !== null && !(value instanceof Tensor)) {
      throw new TypeError(
        `assigned grad expected to be a Tensor or None but got grad of type ${typeof value}`,
      );
    }
    if (value !== null && value.dtype !== this.dtype) {
      throw new RuntimeError('assigned grad has data of a different type');
    }
    if (value !== null && !sameShape(value.shape, this.shape)) {
      throw new RuntimeError('assigned grad has data of a different size');
    }
    this.gradient = value;
  }

  /**
   * Whether what is done with this tensor is recorded. Setting it is {@link Tensor.requiresGrad_}.
   *
   * @see https://docs.pytorch.org/docs/stable/generated/torch.Tensor.requires_grad.html
   */
  get requiresGrad(): boolean {
    const { node, origin } = this;
    const isChangedView = origin !== null && origin.version !== this.version;
    return node !== null || (isChangedView && origin.base.node !== null);
  }

  set requiresGrad(value: boolean) {
    if (value && !isFloating(this.dtype)) {
      throw new RuntimeError(
        'only Tensors of floating point and complex dtype can require gradients',
      );
    }
    this.requiresGrad_(value);
  }

  /**
   * The number in a tensor of one element, of any shape; of a bool tensor true or false, which no type tells: a
   * dtype is not part of a tensor's. Throws ValueError for more or none.
   *
   * @see https://docs.pytorch.org/docs/stable/generated/torch.Tensor.item.html
   */
  item(this: Tensor & { readonly dtype: 'bool' }): boolean;
  item(): number;
  item(): number | boolean {
    if (this.memory !== null && numel(this.shape) !== 1) {
      throw new ValueError('only one element tensors can be converted to Python scalars');
    }
    const value = valueOf(this);
    return this.dtype === 'bool' ? value !== 0 : value;
  }
}
