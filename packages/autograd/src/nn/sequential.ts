import { kindOf } from '../core/check.ts';
import { IndexError } from '../core/errors.ts';
import type { Tensor } from '../core/tensor.ts';
import { Module } from './module.ts';

/**
 * Modules one after the other, each taking what the one before gives. They are named '0', '1' and so on.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.Sequential.html
 */
export class Sequential extends Module {
  private readonly layers: readonly Module[];

  constructor(...layers: Module[]) {
    super();
    layers.forEach((layer: unknown, i) => {
      if (layer instanceof Module) return;
      throw new TypeError(`Sequential(): argument ${i + 1} must be a Module, not ${kindOf(layer)}`);
    });
    this.layers = layers;
  }

  /** The layers with their numbers as names. */
  override namedChildren(): [string, Module][] {
    return this.layers.map((layer, i) => [String(i), layer]);
  }

  /** Layer `i`, counted from either end. Throws IndexError if there is none. */
  at(i: number): Module {
    const layer = this.layers.at(i);
    if (layer === undefined) throw new IndexError(`index ${i} is out of range`);
    return layer;
  }

  /** How many layers there are. */
  get length(): number {
    return this.layers.length;
  }

  /** The layers in their order. */
  *[Symbol.iterator](): Generator<Module> {
    yield* this.layers;
  }

  override forward(x: Tensor): Tensor {
    return this.layers.reduce((value, layer) => layer.forward(value), x);
  }
}
