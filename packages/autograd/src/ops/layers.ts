import { typeName } from '../core/dtype.ts';
import { RuntimeError, ValueError } from '../core/errors.ts';
import { noGrad } from '../core/grad-mode.ts';
import { elements, wrap } from '../core/make.ts';
import { OUTPUT } from '../core/node.ts';
import { named, record } from '../core/record.ts';
import { type Shape, broadcastShapes, sameShape, showShape, showSize } from '../core/shape.ts';
import type { Tensor } from '../tensor.ts';
import { requireInRange } from './along.ts';
import { filled } from './constant.ts';
import { addmm, matmul } from './matmul.ts';
import { maskedFill, triu } from './rearrange.ts';
import type { Dims } from './reduce.ts';
import { where } from './select.ts';
import { softmax } from './softmax.ts';
import { norm, variance } from './statistics.ts';

/** x Wᵀ + b, for W of [outputs, inputs]. https://pytorch.org/docs/stable/generated/torch.nn.functional.linear.html */
export function linear(x: Tensor, weight: Tensor, bias?: Tensor | null): Tensor {
  const turned = weight.dim() === 2 ? weight.t() : weight;
  if (!bias) return matmul(x, turned);
  return x.dim() === 2 ? addmm(bias, x, turned) : matmul(x, turned).add(bias);
}

export interface NormalisationOptions {
  weight?: Tensor | null;
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

/** (x − mean) / √(var + eps) · weight + bias over the last dimensions, whose sizes are `shape`. */
export function layerNorm(
  x: Tensor,
  shape: Shape,
  { weight, bias, eps = 1e-5 }: NormalisationOptions = {},
): Tensor {
  const dims = shape.map((_, i) => x.dim() - shape.length + i);
  if (!sameShape(x.shape.slice(-shape.length), shape)) {
    throw new RuntimeError(
      `Given normalized_shape=${showShape(shape)}, expected input with shape [*, ${shape.join(', ')}], but ` +
        `got input of size${showShape(x.shape)}`,
    );
  }
  const standard = standardise(x, dims, eps);
  return named(scaleAndShift(standard, weight, bias), 'NativeLayerNormBackward0');
}

export interface BatchNormOptions extends NormalisationOptions {
  /** Normalise by the batch's own statistics, and let the running ones follow. */
  training?: boolean;
  momentum?: number;
}

/** The same over the batch, for each channel (dimension 1). While training the running statistics change. */
export function batchNorm(
  x: Tensor,
  runningMean: Tensor | null,
  runningVar: Tensor | null,
  { weight, bias, training = false, momentum = 0.1, eps = 1e-5 }: BatchNormOptions = {},
): Tensor {
  const dims = x.shape.map((_, d) => d).filter((d) => d !== 1);
  const wide = (value: Tensor): Tensor => value.reshape(x.shape.map((_, d) => (d === 1 ? -1 : 1)));
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
}

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
 * The rows of `weight` that `index` (int64, any shape) names; gradients add up for repeated rows, and the row
 * `paddingIdx` receives none.
 */
export function embedding(
  index: Tensor,
  weight: Tensor,
  { paddingIdx = null }: { paddingIdx?: number | null } = {},
): Tensor {
  const count = weight.shape[0] as number;
  if (index.dtype !== 'int64') {
    throw new RuntimeError(
      "Expected tensor for argument #1 'indices' to have one of the following scalar types: Long, Int; but got " +
        `torch.${typeName(index.dtype)}Tensor instead (while checking arguments for embedding)`,
    );
  }
  requireInRange(index, count);
  const rows = weight.at(index);
  const padding = paddingIdx !== null && index.eq((paddingIdx + count) % count).unsqueeze(-1);
  return named(padding ? where(padding, rows.detach(), rows) : rows, 'EmbeddingBackward0');
}

/** Rows of the identity: 1 at each index, `classes` wide. */
export function oneHot(index: Tensor, classes = -1): Tensor {
  if (index.dtype !== 'int64') {
    throw new RuntimeError('one_hot is only applicable to index tensor.');
  }
  const list = elements(index);
  const count = classes >= 0 ? classes : Math.max(-1, ...list) + 1;
  const out = new Float64Array(list.length * count);
  list.forEach((value, k) => {
    if (value < 0) throw new RuntimeError('Class values must be non-negative.');
    if (value >= count) throw new RuntimeError('Class values must be smaller than num_classes.');
    out[k * count + value] = 1;
  });
  return wrap(out, [...index.shape, count], 'int64');
}

/** ‖v‖ but at least eps: d = v dv / max(‖v‖, eps), also where eps is the larger, as in PyTorch */
function lengthOf(v: Tensor, dim: number, eps: number): Tensor {
  const length = norm(v.detach(), 2, dim, { keepdim: true }).clamp({ min: eps });
  const vjp = (g: Tensor): Tensor => g.mul(v.div(length));
  return record(length, 'LinalgVectorNormBackward0', [v], vjp, 1 | OUTPUT);
}

/** The cosine of the angle between vectors along `dim`; norms count at least eps. */
export function cosineSimilarity(
  x: Tensor,
  y: Tensor,
  { dim = 1, eps = 1e-8 }: { dim?: number; eps?: number } = {},
): Tensor {
  const shape = broadcastShapes(x.shape, y.shape);
  const unit = (v: Tensor): Tensor => {
    const wide = v.expand(shape);
    return wide.div(lengthOf(wide, dim, eps));
  };
  return unit(x).mul(unit(y)).sum(dim);
}

/** x over its p-norm along `dim`, which counts at least eps. */
export function normalize(
  x: Tensor,
  { p = 2, dim = 1, eps = 1e-12 }: { p?: number; dim?: Dims; eps?: number } = {},
): Tensor {
  const length = norm(x, p, dim, { keepdim: true }).clamp({ min: eps });
  return x.div(length.expand(x.shape));
}

/** softmax(Q Kᵀ / √d) V over the last two dimensions; causal: no token sees a later one. */
export function attention(
  q: Tensor,
  k: Tensor,
  v: Tensor,
  { causal = false }: { causal?: boolean } = {},
): Tensor {
  const scores = matmul(q, k.transpose(-2, -1)).div(Math.sqrt(q.shape.at(-1) as number));
  if (!causal) return matmul(softmax(scores, -1), v);
  const later = triu(filled(scores.shape.slice(-2), 1, 'bool'), 1);
  return matmul(softmax(maskedFill(scores, later, -Infinity), -1), v);
}
