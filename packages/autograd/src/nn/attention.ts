import type { DType } from '../core/dtype.ts';
import { ValueError } from '../core/errors.ts';
import { gelu } from '../ops/activation.ts';
import { attention } from '../ops/layers.ts';
import type { Tensor } from '../tensor.ts';
import { Linear } from './linear.ts';
import { Module } from './module.ts';
import { LayerNorm } from './normalisation.ts';

export interface AttentionOptions {
  /** No token sees a later one. */
  causal?: boolean;
  dtype?: DType;
}

/**
 * Self-attention with several heads over […, tokens, width], and a linear layer for each of query,
 * key, value and output.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.MultiheadAttention.html
 */
export class SelfAttention extends Module {
  readonly heads: number;
  readonly causal: boolean;
  readonly query: Linear;
  readonly key: Linear;
  readonly value: Linear;
  readonly output: Linear;

  constructor(width: number, heads: number, { causal = false, ...options }: AttentionOptions = {}) {
    super();
    if (width % heads !== 0) throw new ValueError('embed_dim must be divisible by num_heads');
    this.heads = heads;
    this.causal = causal;
    this.query = new Linear(width, width, options);
    this.key = new Linear(width, width, options);
    this.value = new Linear(width, width, options);
    this.output = new Linear(width, width, options);
  }

  override forward(x: Tensor): Tensor {
    // […, tokens, width] as […, heads, tokens, width / heads]
    const split = (layer: Linear): Tensor =>
      layer
        .forward(x)
        .reshape(...x.shape.slice(0, -1), this.heads, -1)
        .transpose(-3, -2);
    const mixed = attention(split(this.query), split(this.key), split(this.value), this);
    return this.output.forward(mixed.transpose(-3, -2).reshape(...x.shape));
  }
}

export interface TransformerBlockOptions extends AttentionOptions {
  /** Which form of gelu the feed-forward part uses. */
  approximate?: 'none' | 'tanh';
  eps?: number;
}

/** x + attention(norm(x)), then the same with a two-layer network: one block of a transformer. */
export class TransformerBlock extends Module {
  readonly norm1: LayerNorm;
  readonly attention: SelfAttention;
  readonly norm2: LayerNorm;
  readonly expand: Linear;
  readonly contract: Linear;
  readonly approximate: 'none' | 'tanh';

  constructor(
    width: number,
    heads: number,
    inner: number,
    { approximate = 'none', ...options }: TransformerBlockOptions = {},
  ) {
    super();
    this.approximate = approximate;
    this.norm1 = new LayerNorm(width, options);
    this.attention = new SelfAttention(width, heads, options);
    this.norm2 = new LayerNorm(width, options);
    this.expand = new Linear(width, inner, options);
    this.contract = new Linear(inner, width, options);
  }

  override forward(x: Tensor): Tensor {
    const seen = x.add(this.attention.forward(this.norm1.forward(x)));
    const hidden = gelu(this.expand.forward(this.norm2.forward(seen)), this);
    return seen.add(this.contract.forward(hidden));
  }
}
