import type { Tensor } from './tensor.ts';
import { allocate } from './allocate.ts';
import type { Node } from './node.ts';
import { SCALAR, type Shape, numel } from './shape.ts';
import { Storage } from './storage.ts';

/** What a view remembers of the tensor it looks into. */
export interface View {
  readonly base: Tensor;
  /** The version of the memory when this view's own node was made; a later one means this view's is out of date. */
  version: number;
  /** Which output of its function this is. */
  readonly output: number;
  /** Why a change in place, of this view or of its base, cannot be recorded, if it cannot. */
  readonly frozen: 'several views' | 'no grad' | null;
  /** Makes the node of this view anew, once its memory has changed in place; gives it, or null if none is wanted. */
  readonly refresh: (x: Tensor, view: View) => Node | null;
}

/** Receives a gradient; a tensor that it returns takes the gradient's place. */
export type Hook = (gradient: Tensor) => unknown;

/** Where the elements of a tensor lie. */
export class Memory {
  readonly storage: Storage;
  readonly strides: Shape;
  readonly offset: number;
  /** Set on a view: what it looks into. */
  origin: View | null = null;

  constructor(storage: Storage, strides: Shape, offset: number) {
    this.storage = storage;
    this.strides = strides;
    this.offset = offset;
  }
}

/** The storage of `tensor`, made now if it was only a number. */
export function storageOf(tensor: Tensor): Storage {
  if (tensor.memory === null) {
    const data = allocate(tensor.dtype, 1);
    data[0] = tensor.scalar;
    tensor.memory = new Memory(new Storage(data), SCALAR, 0);
    tensor.memory.storage.version = tensor.scalarVersion;
  }
  return tensor.memory.storage;
}

/** The number in a tensor of one element. */
export function valueOf({ memory, scalar }: Tensor): number {
  return memory === null ? scalar : (memory.storage.data[memory.offset] as number);
}

/** Whether the elements lie in row-major order without gaps. */
export function isContiguous(tensor: Tensor): boolean {
  const { shape, strides } = tensor;
  let step = 1;
  for (let d = shape.length - 1; d >= 0; d--) {
    const size = shape[d] as number;
    if (size !== 1 && strides[d] !== step) return numel(shape) === 0;
    step *= size;
  }
  return true;
}
