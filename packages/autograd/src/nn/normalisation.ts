import { argumentsOf } from '../core/check.ts';
import type { DType } from '../core/dtype.ts';
import { ones, tensor, zeros } from '../create.ts';
import type { Shape } from '../core/shape.ts';
import { ValueError } from '../core/errors.ts';
import { batchNorm, layerNorm } from '../ops/layers.ts';
import type { Tensor } from '../core/tensor.ts';
import { floatRepr } from '../format/python-float.ts';
import { tupleText } from '../format/tensor-format.ts';
import { Module } from './module.ts';
import { Parameter } from './parameter.ts';

/** The options of {@link LayerNorm}. */
export interface NormOptions {
  /** Added under the square root; 10⁻⁵ unless said otherwise. */
  eps?: number;
  /** Whether a learnt scale and shift follow; they do unless said otherwise. */
  affine?: boolean;
  /** The dtype of both, and of running statistics. */
  dtype?: DType;
}

const checkLayerNorm = argumentsOf('LayerNorm normalizedShape:I *eps:n *affine:b *dtype:d');
const checkBatchNorm = argumentsOf(
  'BatchNorm1d numFeatures:i *eps:n *momentum:n *affine:b *dtype:d',
);

/** What both normalisations have: eps, and a learnt scale and shift of `shape`. */
abstract class Normalisation extends Module {
  /** Added under the square root. */
  readonly eps: number;
  /** The learnt scale, at first 1; null without. */
  readonly weight: Parameter | null;
  /** The learnt shift, at first 0; null without. */
  readonly bias: Parameter | null;

  constructor(shape: Shape, { eps = 1e-5, affine = true, ...options }: NormOptions) {
    super();
    this.eps = eps;
    this.weight = affine ? new Parameter(ones(shape, options)) : null;
    this.bias = affine ? new Parameter(zeros(shape, options)) : null;
  }
}

/**
 * Normalises each item over its last dimensions, whose sizes are given: […, ...shape] keeps its shape.
 * `forward` throws RuntimeError if the input does not end in `shape`.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.LayerNorm.html
 */
export class LayerNorm extends Normalisation {
  /** The sizes of the dimensions that are normalised together. */
  readonly normalizedShape: Shape;

  constructor(shape: number | Shape, options: NormOptions = {}) {
    checkLayerNorm(shape, options);
    const sizes = typeof shape === 'number' ? [shape] : [...shape];
    super(sizes, options);
    this.normalizedShape = sizes;
  }

  override forward(x: Tensor): Tensor {
    return layerNorm(x, this.normalizedShape, this);
  }

  protected override extraRepr(): string {
    const affine = this.weight === null ? 'False' : 'True';
    const shape = tupleText(this.normalizedShape);
    return `${shape}, eps=${floatRepr(this.eps)}, elementwise_affine=${affine}`;
  }
}

/** The options of {@link BatchNorm1d}. */
export interface BatchNormOptions extends NormOptions {
  /** The part of the way, 0 to 1, that the running statistics go towards those of a batch. */
  momentum?: number;
}

/**
 * Normalises each feature over the batch, [batch, features] or [batch, features, length]; in evaluation by the
 * running statistics. `forward` throws ValueError for other dimensions, and in training for one value a feature.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.BatchNorm1d.html
 */
export class BatchNorm1d extends Normalisation {
  /** The size of dimension 1. */
  readonly numFeatures: number;
  /** The part of the way that the running statistics go at each batch. */
  readonly momentum: number;
  /** [features], at first 0; a buffer. */
  readonly runningMean: Tensor;
  /** [features], at first 1; a buffer. */
  readonly runningVar: Tensor;
  /** How many batches it was trained on, 0-dim int64; a buffer. */
  readonly numBatchesTracked: Tensor;

  constructor(features: number, given: BatchNormOptions = {}) {
    checkBatchNorm(features, given);
    const { momentum = 0.1, ...options } = given;
    super([features], options);
    this.numFeatures = features;
    this.momentum = momentum;
    this.runningMean = this.registerBuffer('running_mean', zeros([features], options));
    this.runningVar = this.registerBuffer('running_var', ones([features], options));
    const count = tensor(0, { dtype: 'int64' });
    this.numBatchesTracked = this.registerBuffer('num_batches_tracked', count);
  }

  override forward(x: Tensor): Tensor {
    if (x.dim() !== 2 && x.dim() !== 3) {
      throw new ValueError(`expected 2D or 3D input (got ${x.dim()}D input)`);
    }
    if (this.training) this.numBatchesTracked.add_(1);
    return batchNorm(x, this.runningMean, this.runningVar, this);
  }

  protected override extraRepr(): string {
    const affine = this.weight === null ? 'False' : 'True';
    const numbers = `eps=${floatRepr(this.eps)}, momentum=${floatRepr(this.momentum)}`;
    return `${this.numFeatures}, ${numbers}, affine=${affine}, track_running_stats=True`;
  }
}
