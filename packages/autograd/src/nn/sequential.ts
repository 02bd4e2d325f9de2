import type { Tensor } from '../tensor.ts';
import { Module } from './module.ts';

/**
 * Modules one after the other.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.Sequential.html
 */
export class Sequential extends Module {
  private readonly layers: readonly Module[];

  constructor(...layers: Module[]) {
    super();
    this.layers = layers;
  }

  override namedChildren(): [string, Module][] {
    return this.layers.map((layer, i) => [String(i), layer]);
  }

  /** Layer `i`, counted from either end. */
  at(i: number): Module {
    const layer = this.layers.at(i);
    if (layer === undefined) throw new RangeError(`index ${i} is out of range`);
    return layer;
  }

  get length(): number {
    return this.layers.length;
  }

  *[Symbol.iterator](): Generator<Module> {
    yield* this.layers;
  }

  override forward(x: Tensor): Tensor {
    return this.layers.reduce((value, layer) => layer.forward(value), x);
  }
}
