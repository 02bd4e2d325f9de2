import { argumentsOf } from '../core/check.ts';
import type { DType } from '../core/dtype.ts';
import type { Shape } from '../core/shape.ts';
import { empty } from '../create.ts';
import { linear } from '../ops/layers.ts';
import type { Tensor } from '../core/tensor.ts';
import { fans } from './fans.ts';
import { kaimingUniform_, uniform_ } from './init.ts';
import { Module } from './module.ts';
import { Parameter } from './parameter.ts';

/** The options of layers with weights. */
export interface WeightOptions {
  /** Whether there is a bias; there is unless said otherwise. */
  bias?: boolean;
  /** The dtype of weight and bias. */
  dtype?: DType;
}

/**
 * A layer with a weight [outputs, inputs, …] and a bias, drawn in this order as PyTorch draws them: uniform
 * numbers in [−b, b), b = 1 / √fan in.
 */
export abstract class WeightedLayer extends Module {
  /** [outputs, inputs, …kernel] */
  readonly weight: Parameter;
  /** [outputs], or null without. */
  readonly bias: Parameter | null;

  constructor(shape: Shape, { bias = true, ...options }: WeightOptions) {
    super();
    this.weight = new Parameter(empty(shape, options));
    this.bias = bias ? new Parameter(empty(shape.slice(0, 1), options)) : null;
    kaimingUniform_(this.weight, { a: Math.sqrt(5) });
    const bound = 1 / Math.sqrt(fans(this.weight).fanIn);
    if (this.bias !== null) uniform_(this.bias, -bound, bound);
  }
}

const checkLinear = argumentsOf('Linear inFeatures:i outFeatures:i *bias:b *dtype:d');

/**
 * y = x Wᵀ + b: […, inputs] → […, outputs]. `forward` throws RuntimeError if the inputs differ in number.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.Linear.html
 */
export class Linear extends WeightedLayer {
  /** The size of the last dimension of what it takes. */
  readonly inFeatures: number;
  /** The size of the last dimension of what it gives. */
  readonly outFeatures: number;

  constructor(inFeatures: number, outFeatures: number, options: WeightOptions = {}) {
    checkLinear(inFeatures, outFeatures, options);
    super([outFeatures, inFeatures], options);
    this.inFeatures = inFeatures;
    this.outFeatures = outFeatures;
  }

  override forward(x: Tensor): Tensor {
    return linear(x, this.weight, this.bias);
  }

  protected override extraRepr(): string {
    const bias = this.bias === null ? 'False' : 'True';
    return `in_features=${this.inFeatures}, out_features=${this.outFeatures}, bias=${bias}`;
  }
}
