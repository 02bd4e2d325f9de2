import { accumulatorFor, isAccumulator } from './autograd/leaf.ts';
import { type BackwardOptions, backward } from './autograd/grad.ts';
import { watchersOf } from './autograd/hooks.ts';
import { type Hook, type Memory, type View, valueOf } from './core/base.ts';
import { type DType, isFloating } from './core/dtype.ts';
import { RuntimeError, ValueError } from './core/errors.ts';
import { alias } from './core/make.ts';
import type { Node } from './core/node.ts';
import { nodeOf } from './core/record.ts';
import { SCALAR, type Shape, sameShape } from './core/shape.ts';
import type { Storage } from './core/storage.ts';
import type { BasicMethods } from './methods/basic.ts';
import type { InPlaceMethods } from './methods/inplace.ts';
import type { ListMethods } from './methods/list.ts';
import type { PointwiseMethods } from './methods/pointwise.ts';
import type { ReductionMethods } from './methods/reduction.ts';
import type { ShapeMethods } from './methods/shape.ts';

// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging -- attached by the doors
export interface Tensor
  extends
    BasicMethods,
    PointwiseMethods,
    InPlaceMethods,
    ListMethods,
    ReductionMethods,
    ShapeMethods {}

/**
 * Numbers of one dtype in a box of any number of dimensions, with the history that made them.
 *
 * @see https://docs.pytorch.org/docs/stable/tensors.html
 */
// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging -- attached by the doors
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
   * Starts or stops recording what is done with this leaf.
   * Throws RuntimeError for int64 and bool, and for false where an operation made this tensor.
   *
   * @see https://docs.pytorch.org/docs/stable/generated/torch.Tensor.requires_grad_.html
   */
  requiresGrad_(value = true): this {
    if (value && !isFloating(this.dtype)) {
      throw new RuntimeError('only Tensors of floating point dtype can require gradients');
    }
    if (!this.isLeaf) {
      if (value) return this;
      throw new RuntimeError(
        'you can only change requires_grad flags of leaf variables. If you want to use a computed variable in a ' +
          "subgraph that doesn't require differentiation use var_no_grad = var.detach().",
      );
    }
    if (value !== this.requiresGrad) this.node = value ? accumulatorFor(this) : null;
    return this;
  }

  /**
   * Whether no recorded operation made this tensor.
   *
   * @see https://docs.pytorch.org/docs/stable/generated/torch.Tensor.is_leaf.html
   */
  get isLeaf(): boolean {
    const node = nodeOf(this);
    return node === null || isAccumulator(node);
  }

  /** The recorded operation that made this tensor, or null. */
  get gradFn(): Node | null {
    return this.isLeaf ? null : nodeOf(this);
  }

  /**
   * Takes the derivative of this tensor to every leaf it depends on, and adds it to their `grad`.
   * Throws RuntimeError if this does not require grad, if it has not one element and no `gradient` is given, if
   * the graph was freed by a backward before, or if what it saved was changed in place since.
   *
   * @see https://docs.pytorch.org/docs/stable/generated/torch.Tensor.backward.html
   */
  backward(options?: BackwardOptions): void {
    backward(this, options);
  }

  /**
   * The same memory, without history: a view whose changes in place count for both.
   *
   * @see https://docs.pytorch.org/docs/stable/generated/torch.Tensor.detach.html
   */
  detach(): Tensor {
    return alias(this, this.shape, this.strides, this.offset);
  }

  /**
   * Calls `hook` with the gradient for this tensor, which it may replace. `remove` undoes it.
   * Throws RuntimeError if this tensor does not require grad.
   *
   * @see https://docs.pytorch.org/docs/stable/generated/torch.Tensor.register_hook.html
   */
  registerHook(hook: Hook): { remove(): void } {
    const node = nodeOf(this);
    if (node === null) {
      throw new RuntimeError("cannot register a hook on a tensor that doesn't require gradient");
    }
    const watchers = watchersOf(node);
    watchers.hooks = [...watchers.hooks, hook];
    return {
      remove: () => {
        watchers.hooks = watchers.hooks.filter((other) => other !== hook);
      },
    };
  }

  /**
   * Makes `grad` be filled although this is no leaf. Throws RuntimeError if this does not require grad.
   *
   * @see https://docs.pytorch.org/docs/stable/generated/torch.Tensor.retain_grad.html
   */
  retainGrad(): void {
    const node = nodeOf(this);
    if (node === null) {
      throw new RuntimeError("can't retain_grad on Tensor that has requires_grad=False");
    }
    if (!isAccumulator(node)) watchersOf(node).retains = this;
  }

  /**
   * The number in a tensor of one element, of any shape; 1 or 0 for bool. Throws ValueError for more or none.
   *
   * @see https://docs.pytorch.org/docs/stable/generated/torch.Tensor.item.html
   */
  item(): number {
    if (this.memory !== null && this.numel() !== 1) {
      throw new ValueError('only one element tensors can be converted to Python scalars');
    }
    return valueOf(this);
  }
}

/**
 * Gives tensors the methods of some classes. A door attaches those it offers, so that a program carries no
 * others. They are copied, not inherited: a class without a parent is allocated inline, which makes a scalar
 * operation half as long.
 */
export function attach(...groups: readonly { readonly prototype: object }[]): void {
  for (const { prototype } of groups) {
    const methods = Object.getOwnPropertyDescriptors(prototype);
    Object.defineProperties(Tensor.prototype, { ...methods, constructor: { value: Tensor } });
  }
}
