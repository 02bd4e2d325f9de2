import type { DType } from '../core/dtype.ts';
import { noGrad } from '../core/grad-mode.ts';
import { ones, tensor, zeros } from '../create.ts';
import { type Shape } from '../core/shape.ts';
import { ValueError } from '../core/errors.ts';
import { batchNorm, layerNorm } from '../ops/layers.ts';
import type { Tensor } from '../tensor.ts';
import { floatRepr } from '../format/python-float.ts';
import { tupleText } from '../format/tensor-format.ts';
import { Module } from './module.ts';
import { Parameter } from './parameter.ts';

export interface NormOptions {
  /** Added under the square root. */
  eps?: number;
  /** Whether a learnt scale and shift follow. */
  affine?: boolean;
  dtype?: DType;
}

/**
 * Normalises each item over its last dimensions, whose sizes are given.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.LayerNorm.html
 */
export class LayerNorm extends Module {
  readonly normalizedShape: Shape;
  readonly eps: number;
  readonly weight: Parameter | null;
  readonly bias: Parameter | null;

  constructor(shape: number | Shape, { eps = 1e-5, affine = true, ...options }: NormOptions = {}) {
    super();
    this.normalizedShape = typeof shape === 'number' ? [shape] : [...shape];
    this.eps = eps;
    this.weight = affine ? new Parameter(ones(this.normalizedShape, options)) : null;
    this.bias = affine ? new Parameter(zeros(this.normalizedShape, options)) : null;
  }

  override forward(x: Tensor): Tensor {
    const { weight, bias, eps } = this;
    return layerNorm(x, this.normalizedShape, { weight, bias, eps });
  }

  protected override extraRepr(): string {
    const affine = this.weight === null ? 'False' : 'True';
    const shape = tupleText(this.normalizedShape);
    return `${shape}, eps=${floatRepr(this.eps)}, elementwise_affine=${affine}`;
  }
}

export interface BatchNormOptions extends NormOptions {
  /** How fast the running statistics follow. */
  momentum?: number;
}

/**
 * Normalises each feature over the batch, [batch, features] or [batch, features, length]; in
 * evaluation by the running statistics.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.BatchNorm1d.html
 */
export class BatchNorm1d extends Module {
  readonly numFeatures: number;
  readonly eps: number;
  readonly momentum: number;
  readonly weight: Parameter | null;
  readonly bias: Parameter | null;
  readonly runningMean: Tensor;
  readonly runningVar: Tensor;
  readonly numBatchesTracked: Tensor;

  constructor(
    features: number,
    { eps = 1e-5, momentum = 0.1, affine = true, ...options }: BatchNormOptions = {},
  ) {
    super();
    this.numFeatures = features;
    this.eps = eps;
    this.momentum = momentum;
    this.weight = affine ? new Parameter(ones([features], options)) : null;
    this.bias = affine ? new Parameter(zeros([features], options)) : null;
    this.runningMean = this.registerBuffer('running_mean', zeros([features], options));
    this.runningVar = this.registerBuffer('running_var', ones([features], options));
    const count = tensor(0, { dtype: 'int64' });
    this.numBatchesTracked = this.registerBuffer('num_batches_tracked', count);
  }

  override forward(x: Tensor): Tensor {
    if (x.dim() !== 2 && x.dim() !== 3) {
      throw new ValueError(`expected 2D or 3D input (got ${x.dim()}D input)`);
    }
    const { weight, bias, eps, momentum, training } = this;
    if (training) noGrad(() => this.numBatchesTracked.add_(1));
    const options = { weight, bias, eps, momentum, training };
    return batchNorm(x, this.runningMean, this.runningVar, options);
  }

  protected override extraRepr(): string {
    const affine = this.weight === null ? 'False' : 'True';
    const numbers = `eps=${floatRepr(this.eps)}, momentum=${floatRepr(this.momentum)}`;
    return `${this.numFeatures}, ${numbers}, affine=${affine}, track_running_stats=True`;
  }
}
