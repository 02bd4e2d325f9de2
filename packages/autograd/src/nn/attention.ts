import { argumentsOf } from '../core/check.ts';
import type { DType } from '../core/dtype.ts';
import { ValueError } from '../core/errors.ts';
import { gelu } from '../ops/activation.ts';
import { attention } from '../ops/layers.ts';
import type { Tensor } from '../core/tensor.ts';
import { Linear } from './linear.ts';
import { Module } from './module.ts';
import { LayerNorm } from './normalisation.ts';

/** The options of {@link SelfAttention}. */
export interface AttentionOptions {
  /** No token sees a later one. */
  causal?: boolean;
  /** The dtype of all weights. */
  dtype?: DType;
}

const checkAttention = argumentsOf('SelfAttention embedDim:i numHeads:i *causal:b *dtype:d');
const checkBlock = argumentsOf(
  'TransformerBlock dModel:i nhead:i dimFeedforward:i *causal:b *approximate:s *eps:n *dtype:d',
);

/**
 * Self-attention with several heads, and a linear layer for each of query, key, value and output:
 * […, tokens, width] keeps its shape. PyTorch's has the first three in one weight, and takes them apart.
 * Throws ValueError if `heads` does not divide `width`.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.MultiheadAttention.html
 */
export class SelfAttention extends Module {
  /** How many heads share the width. */
  readonly heads: number;
  /** Whether no token sees a later one. */
  readonly causal: boolean;
  /** What a token looks for, width to width. */
  readonly query: Linear;
  /** What a token is found by, width to width. */
  readonly key: Linear;
  /** What a token tells, width to width. */
  readonly value: Linear;
  /** Mixes what the heads found, width to width. */
  readonly output: Linear;

  constructor(width: number, heads: number, given: AttentionOptions = {}) {
    super();
    checkAttention(width, heads, given);
    const { causal = false, ...options } = given;
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

/** The options of {@link TransformerBlock}. */
export interface TransformerBlockOptions extends AttentionOptions {
  /** Which form of gelu the feed-forward part uses. */
  approximate?: 'none' | 'tanh';
  /** Added under the square root of both normalisations. */
  eps?: number;
}

/**
 * One block of a transformer: y = x + attention(norm(x)), then y + contract(gelu(expand(norm(y)))), as PyTorch's
 * with `norm_first`, gelu and no dropout. […, tokens, width] keeps its shape; `inner` is the width between the
 * last two layers. Throws ValueError if `heads` does not divide `width`.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.TransformerEncoderLayer.html
 */
export class TransformerBlock extends Module {
  /** Stands before the attention. */
  readonly norm1: LayerNorm;
  /** Where tokens see each other. */
  readonly attention: SelfAttention;
  /** Stands before the two layers. */
  readonly norm2: LayerNorm;
  /** The first layer, width to inner. */
  readonly expand: Linear;
  /** The second layer, inner to width. */
  readonly contract: Linear;
  /** The form of gelu between them. */
  readonly approximate: 'none' | 'tanh';

  constructor(width: number, heads: number, inner: number, given: TransformerBlockOptions = {}) {
    super();
    checkBlock(width, heads, inner, given);
    const { approximate = 'none', causal = false, dtype, eps } = given;
    const common = dtype === undefined ? {} : { dtype };
    const norm = eps === undefined ? common : { ...common, eps };
    this.approximate = approximate;
    this.norm1 = new LayerNorm(width, norm);
    this.attention = new SelfAttention(width, heads, { ...common, causal });
    this.norm2 = new LayerNorm(width, norm);
    this.expand = new Linear(width, inner, common);
    this.contract = new Linear(inner, width, common);
  }

  override forward(x: Tensor): Tensor {
    const seen = x.add(this.attention.forward(this.norm1.forward(x)));
    const hidden = gelu(this.expand.forward(this.norm2.forward(seen)), this);
    return seen.add(this.contract.forward(hidden));
  }
}
