import { argumentsOf } from '../core/check.ts';
import type { DType } from '../core/dtype.ts';
import { empty } from '../create.ts';
import { embedding } from '../ops/layers.ts';
import type { Tensor } from '../core/tensor.ts';
import { normal_ } from './init.ts';
import { Module } from './module.ts';
import { Parameter } from './parameter.ts';

const checkEmbedding = argumentsOf('Embedding numEmbeddings:i embeddingDim:i *dtype:d');

/**
 * A table of `count` vectors of size `dim`, at first normal numbers, looked up by index: int64 […] → […, dim].
 * `forward` throws RuntimeError for another dtype, IndexError if there is no such vector.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.Embedding.html
 */
export class Embedding extends Module {
  /** The vectors, [count, dim]. */
  readonly weight: Parameter;

  constructor(count: number, dim: number, options: { dtype?: DType } = {}) {
    super();
    checkEmbedding(count, dim, options);
    this.weight = new Parameter(empty([count, dim], options));
    normal_(this.weight);
  }

  override forward(index: Tensor): Tensor {
    return embedding(index, this.weight);
  }

  protected override extraRepr(): string {
    return this.weight.shape.join(', ');
  }
}
