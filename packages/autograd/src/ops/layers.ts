import { checked } from '../core/check.ts';
import { typeName } from '../core/dtype.ts';
import { AssertionError, RuntimeError, ValueError } from '../core/errors.ts';
import { noGrad } from '../core/grad-mode.ts';
import { elements, wrap } from '../core/make.ts';
import { OUTPUT } from '../core/node.ts';
import { named, record } from '../core/record.ts';
import { type Shape, broadcastShapes, sameShape, showShape, showSize } from '../core/shape.ts';
import type { Tensor } from '../core/tensor.ts';
import { requireInRange } from './along.ts';
import { filled } from '../core/constant.ts';
import { addmm, matmul } from './matmul.ts';
import { maskedFill, triu } from './rearrange.ts';
import type { Dims } from './expand.ts';
import { where } from './where.ts';
import { softmax } from './softmax.ts';
import { norm, variance } from './statistics.ts';

/**
 * x Wᵀ + b: x […, inputs], weight [outputs, inputs] and bias [outputs] → […, outputs]; a weight [inputs] leaves
 * out the last dimension. All of one dtype.
 * Throws RuntimeError if the inputs of x and weight differ in number.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.linear.html
 */
export const linear = checked(
  'linear input:T weight:T bias:T?',
  (x: Tensor, weight: Tensor, bias?: Tensor | null): Tensor => {
    const turned = weight.t();
    if (!bias) return matmul(x, turned);
    if (x.dim() === 2) return addmm(bias, x, turned);
    if (bias.dtype !== x.dtype) throw new RuntimeError('self and mat2 must have the same dtype');
    return matmul(x, turned).add(bias);
  },
);

/** The options of {@link layerNorm}. */
export interface NormalisationOptions {
  /** A factor for each normalised element. */
  weight?: Tensor | null;
  /** What is added after that. */
  bias?: Tensor | null;
  /** Added under the square root. */
  eps?: number;
}

/** (x − mean) / √(variance + eps) over `dims`. */
function standardise(x: Tensor, dims: Shape, eps: number): Tensor {
  const centred = x.sub(x.mean(dims, { keepdim: true }));
  return centred.mul(centred.square().mean(dims, { keepdim: true }).add(eps).rsqrt());
}

function scaleAndShift(x: Tensor, weight?: Tensor | null, bias?: Tensor | null): Tensor {
  const scaled = weight ? x.mul(weight) : x;
  return bias ? scaled.add(bias) : scaled;
}

/**
 * (x − mean) / √(variance + eps) · weight + bias over the last dimensions, whose sizes are `shape`:
 * x […, ...shape], floating, keeps its shape; weight and bias are of `shape`. The variance divides by the count.
 * Throws RuntimeError if x does not end in `shape`, or holds whole numbers.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.layer_norm.html
 */
export const layerNorm = checked(
  'layerNorm input:T normalizedShape:S *weight:T *bias:T *eps:n',
  (x: Tensor, shape: Shape, { weight, bias, eps = 1e-5 }: NormalisationOptions = {}): Tensor => {
    if (shape.length === 0) {
      throw new RuntimeError(
        'Expected normalized_shape to be at least 1-dimensional, i.e., containing at least one element, but got ' +
          'normalized_shape = []',
      );
    }
    requireShape('weight', weight, shape);
    requireShape('bias', bias, shape);
    const dims = shape.map((_, i) => x.dim() - shape.length + i);
    if (!sameShape(x.shape.slice(-shape.length), shape)) {
      throw new RuntimeError(
        `Given normalized_shape=${showShape(shape)}, expected input with shape [*, ${shape.join(', ')}], but ` +
          `got input of size${showShape(x.shape)}`,
      );
    }
    const standard = standardise(x, dims, eps);
    return named(scaleAndShift(standard, weight, bias), 'NativeLayerNormBackward0');
  },
);

function requireShape(name: string, given: Tensor | null | undefined, shape: Shape): void {
  if (!given || sameShape(given.shape, shape)) return;
  throw new RuntimeError(
    `Expected ${name} to be of same shape as normalized_shape, but got ${name} of shape ` +
      `${showShape(given.shape)} and normalized_shape = ${showShape(shape)}`,
  );
}

/** The options of {@link batchNorm}; weight and bias are [c]. */
export interface BatchNormOptions extends NormalisationOptions {
  /** Normalise by the batch's own statistics, and let the running ones follow. */
  training?: boolean;
  /** The part of the way, 0 to 1, that the running statistics go towards those of a batch. */
  momentum?: number;
}

/**
 * (x − mean) / √(variance + eps) · weight + bias for each channel of x [n, c, …], floating; all else is [c].
 * While training mean and variance are those of the batch, and the running ones, if given, change in place
 * (their variance divides by the count less one); otherwise they are the running ones.
 * Throws RuntimeError if these are missing then, ValueError if a channel has one value in training.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.batch_norm.html
 */
export const batchNorm = checked(
  'batchNorm input:T runningMean:T? runningVar:T? *training:b *momentum:n *weight:T *bias:T *eps:n',
  (
    x: Tensor,
    runningMean: Tensor | null,
    runningVar: Tensor | null,
    { weight, bias, training = false, momentum = 0.1, eps = 1e-5 }: BatchNormOptions = {},
  ): Tensor => {
    const dims = x.shape.map((_, d) => d).filter((d) => d !== 1);
    const wide = (value: Tensor): Tensor =>
      value.reshape(x.shape.map((_, d) => (d === 1 ? -1 : 1)));
    const known = (statistic: Tensor | null, name: string): Tensor => {
      if (statistic) return wide(statistic);
      throw new RuntimeError(`${name} must be defined in evaluation mode`);
    };
    if (training) follow(x, dims, runningMean, runningVar, momentum);
    const standard = training
      ? standardise(x, dims, eps)
      : x
          .sub(known(runningMean, 'running_mean'))
          .mul(known(runningVar, 'running_var').add(eps).rsqrt());
    const out = scaleAndShift(standard, weight && wide(weight), bias && wide(bias));
    return named(out, 'NativeBatchNormBackward0');
  },
);

/** Moves running statistics towards those of the batch. */
function follow(
  x: Tensor,
  dims: Shape,
  mean: Tensor | null,
  spread: Tensor | null,
  momentum: number,
): void {
  if (dims.every((d) => x.shape[d] === 1)) {
    throw new ValueError(
      `Expected more than 1 value per channel when training, got input size ${showSize(x.shape)}`,
    );
  }
  noGrad(() => {
    mean?.mul_(1 - momentum).add_(x.mean(dims), { alpha: momentum });
    spread?.mul_(1 - momentum).add_(variance(x, dims), { alpha: momentum });
  });
}

/**
 * The rows of weight [rows, k] that `index` names, int64 […] → […, k]; gradients add up for repeated rows, and
 * the row `paddingIdx` (from the end if negative) receives none.
 * Throws RuntimeError if `index` is not int64, IndexError if it is negative or not below the number of rows,
 * AssertionError if there is no row `paddingIdx`.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.embedding.html
 */
export const embedding = checked(
  'embedding input:T weight:T *paddingIdx:?',
  (
    index: Tensor,
    weight: Tensor,
    { paddingIdx = null }: { paddingIdx?: number | null } = {},
  ): Tensor => {
    const count = weight.shape[0] as number;
    if (paddingIdx !== null && !(paddingIdx >= -count && paddingIdx < count)) {
      throw new AssertionError('Padding_idx must be within num_embeddings');
    }
    if (index.dtype !== 'int64') {
      throw new RuntimeError(
        "Expected tensor for argument #1 'indices' to have one of the following scalar types: Long, Int; but got " +
          `torch.${typeName(index.dtype)}Tensor instead (while checking arguments for embedding)`,
      );
    }
    requireInRange(index, count);
    // A single row would be a view of the weight.
    const rows = index.dim() === 0 ? weight.at(index).clone() : weight.at(index);
    const padding = paddingIdx !== null && index.eq((paddingIdx + count) % count).unsqueeze(-1);
    return named(padding ? where(padding, rows.detach(), rows) : rows, 'EmbeddingBackward0');
  },
);

/**
 * Rows of the identity: int64 […] → int64 […, classes], 1 at each index and 0 elsewhere; `classes` −1 is the
 * largest index + 1. Throws RuntimeError if `index` is not int64, negative, or not below `classes`.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.one_hot.html
 */
export const oneHot = checked(
  'oneHot input:T numClasses:i?',
  (index: Tensor, classes = -1): Tensor => {
    if (index.dtype !== 'int64') {
      throw new RuntimeError('one_hot is only applicable to index tensor.');
    }
    const list = elements(index);
    let largest = -1;
    list.forEach((value) => (largest = Math.max(largest, value)));
    const count = classes >= 0 ? classes : largest + 1;
    const out = new Float64Array(list.length * count);
    list.forEach((value, k) => {
      if (value < 0) throw new RuntimeError('Class values must be non-negative.');
      if (value >= count) throw new RuntimeError('Class values must be smaller than num_classes.');
      out[k * count + value] = 1;
    });
    return wrap(out, [...index.shape, count], 'int64');
  },
);

/** ‖v‖ but at least eps: d = v dv / max(‖v‖, eps), also where eps is the larger, as in PyTorch */
function lengthOf(v: Tensor, dim: number, eps: number): Tensor {
  const length = norm(v.detach(), 2, dim, { keepdim: true }).clamp({ min: eps });
  const vjp = (g: Tensor): Tensor => g.mul(v.div(length));
  return record(length, 'LinalgVectorNormBackward0', [v], vjp, 1 | OUTPUT);
}

/**
 * x · y / (‖x‖ ‖y‖) of the vectors along `dim`, which goes; x and y broadcast. Norms count at least `eps`;
 * whole numbers become floating. Throws RuntimeError if the shapes do not broadcast.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.cosine_similarity.html
 */
export const cosineSimilarity = checked(
  'cosineSimilarity x1:T x2:T *dim:i *eps:n',
  (x: Tensor, y: Tensor, { dim = 1, eps = 1e-8 }: { dim?: number; eps?: number } = {}): Tensor => {
    const shape = broadcastShapes(x.shape, y.shape);
    const unit = (v: Tensor): Tensor => {
      const wide = v.expand(shape);
      return wide.div(lengthOf(wide, dim, eps));
    };
    return unit(x).mul(unit(y)).sum(dim);
  },
);

/**
 * x / max(‖x‖ₚ, eps) of the vectors along `dim`; the shape stays, whole numbers become floating.
 * Throws IndexError if there is no such dimension.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.normalize.html
 */
export const normalize = checked(
  'normalize input:T *p:n *dim:I *eps:n',
  (
    x: Tensor,
    { p = 2, dim = 1, eps = 1e-12 }: { p?: number; dim?: Dims; eps?: number } = {},
  ): Tensor => {
    const length = norm(x, p, dim, { keepdim: true }).clamp({ min: eps });
    return x.div(length.expand(x.shape));
  },
);

/**
 * softmax(Q Kᵀ / √d) V: q […, n, d], k […, m, d] and v […, m, e] → […, n, e]; the dimensions before broadcast.
 * Causal: token i of q sees only the tokens 0 to i of k and v. Throws RuntimeError if the shapes do not fit.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.scaled_dot_product_attention.html
 */
export const attention = checked(
  'attention query:T key:T value:T *causal:b',
  (q: Tensor, k: Tensor, v: Tensor, { causal = false }: { causal?: boolean } = {}): Tensor => {
    const scores = matmul(q, k.transpose(-2, -1)).div(Math.sqrt(q.shape.at(-1) as number));
    if (!causal) return matmul(softmax(scores, -1), v);
    const later = triu(filled(scores.shape.slice(-2), 1, 'bool'), 1);
    return matmul(softmax(maskedFill(scores, later, -Infinity), -1), v);
  },
);
