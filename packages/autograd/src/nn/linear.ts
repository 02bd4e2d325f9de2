import type { DType } from '../core/dtype.ts';
import { empty } from '../create.ts';
import { linear } from '../ops/layers.ts';
import type { Tensor } from '../tensor.ts';
import { fans, kaimingUniform_, uniform_ } from './init.ts';
import { Module } from './module.ts';
import { Parameter } from './parameter.ts';

export interface WeightOptions {
  /** Whether there is a bias; there is unless said otherwise. */
  bias?: boolean;
  dtype?: DType;
}

/** The weight and bias that PyTorch's linear and convolution layers start with, drawn in this order. */
export function initialise(weight: Tensor, bias: Tensor | null): void {
  kaimingUniform_(weight, { a: Math.sqrt(5) });
  if (bias === null) return;
  const bound = 1 / Math.sqrt(fans(weight).fanIn);
  uniform_(bias, -bound, bound);
}

/**
 * y = x Wᵀ + b, from […, inputs] to […, outputs].
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.Linear.html
 */
export class Linear extends Module {
  readonly inFeatures: number;
  readonly outFeatures: number;
  readonly weight: Parameter;
  readonly bias: Parameter | null;

  constructor(
    inFeatures: number,
    outFeatures: number,
    { bias = true, ...options }: WeightOptions = {},
  ) {
    super();
    this.inFeatures = inFeatures;
    this.outFeatures = outFeatures;
    this.weight = new Parameter(empty([outFeatures, inFeatures], options));
    this.bias = bias ? new Parameter(empty([outFeatures], options)) : null;
    initialise(this.weight, this.bias);
  }

  override forward(x: Tensor): Tensor {
    return linear(x, this.weight, this.bias);
  }

  protected override extraRepr(): string {
    const bias = this.bias === null ? 'False' : 'True';
    return `in_features=${this.inFeatures}, out_features=${this.outFeatures}, bias=${bias}`;
  }
}
