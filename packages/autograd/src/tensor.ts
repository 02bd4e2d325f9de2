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
 * https://pytorch.org/docs/stable/tensors.html
 */
// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging -- attached by the doors
export class Tensor {
  declare readonly shape: Shape;
  declare readonly dtype: DType;
  /** The value of a 0-dim tensor without memory. */
  declare scalar: number;
  /** A fresh 0-dim tensor is only a number: null until a view or an alias needs to share memory. */
  declare memory: Memory | null;
  /** The recorded operation, or the accumulator of a leaf that requires grad. Read it through `nodeOf`. */
  declare node: Node | null;
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

  get storage(): Storage | null {
    return this.memory === null ? null : this.memory.storage;
  }

  get strides(): Shape {
    return this.memory === null ? SCALAR : this.memory.strides;
  }

  get offset(): number {
    return this.memory === null ? 0 : this.memory.offset;
  }

  /** Set on a view: what it looks into. */
  get origin(): View | null {
    return this.memory === null ? null : this.memory.origin;
  }

  /** How often this tensor's memory was changed in place. */
  get version(): number {
    return this.storage === null ? this.scalarVersion : this.storage.version;
  }

  /** The gradient that backward passes have added up, or null. */
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

  /** Starts or stops recording what is done with this leaf. Throws for dtypes without gradients. */
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

  /** Whether no recorded operation made this tensor. */
  get isLeaf(): boolean {
    const node = nodeOf(this);
    return node === null || isAccumulator(node);
  }

  /** The recorded operation that made this tensor, or null. */
  get gradFn(): Node | null {
    return this.isLeaf ? null : nodeOf(this);
  }

  /** Takes the derivative of this tensor to every leaf it depends on, and adds it to their `grad`. */
  backward(options?: BackwardOptions): void {
    backward(this, options);
  }

  /** The same memory without history. */
  detach(): Tensor {
    return alias(this, this.shape, this.strides, this.offset);
  }

  /** Calls `hook` with the gradient for this tensor, which it may replace. Returns what removes it. */
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

  /** Makes `grad` be filled although this is no leaf. */
  retainGrad(): void {
    const node = nodeOf(this);
    if (node === null) {
      throw new RuntimeError("can't retain_grad on Tensor that has requires_grad=False");
    }
    if (!isAccumulator(node)) watchersOf(node).retains = this;
  }

  /** The number in a tensor of one element; a boolean for bool. */
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
