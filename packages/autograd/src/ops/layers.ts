import { RuntimeError } from '../core/errors.ts';
import { noGrad } from '../core/grad-mode.ts';
import { elements, wrap } from '../core/make.ts';
import { named } from '../core/record.ts';
import type { Shape } from '../core/shape.ts';
import type { Tensor } from '../tensor.ts';
import { zerosLike } from './constant.ts';
import { addmm, matmul } from './matmul.ts';
import { maskedFill, tril } from './rearrange.ts';
import { softmax } from './softmax.ts';
import { norm, variance } from './statistics.ts';

/** x Wᵀ + b, for W of [outputs, inputs]. https://pytorch.org/docs/stable/generated/torch.nn.functional.linear.html */
export function linear(x: Tensor, weight: Tensor, bias?: Tensor | null): Tensor {
  if (weight.dim() !== 2) return bias ? matmul(x, weight).add(bias) : matmul(x, weight);
  if (!bias) return matmul(x, weight.t());
  return x.dim() === 2 ? addmm(bias, x, weight.t()) : matmul(x, weight.t()).add(bias);
}

export interface NormalisationOptions {
  weight?: Tensor | null;
  bias?: Tensor | null;
  /** Added under the square root. */
  eps?: number;
}

function scaleAndShift(
  x: Tensor,
  weight: Tensor | null | undefined,
  bias: Tensor | null | undefined,
): Tensor {
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
  const centred = x.sub(x.mean(dims, { keepdim: true }));
  const scale = centred.square().mean(dims, { keepdim: true }).add(eps).rsqrt();
  return named(scaleAndShift(centred.mul(scale), weight, bias), 'NativeLayerNormBackward0');
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
  const affine = (value: Tensor): Tensor =>
    named(
      scaleAndShift(value, weight && wide(weight), bias && wide(bias)),
      'NativeBatchNormBackward0',
    );
  if (!training) {
    if (!runningMean || !runningVar)
      throw new RuntimeError('batch_norm: running statistics are needed unless training');
    return affine(x.sub(wide(runningMean)).mul(wide(runningVar).add(eps).rsqrt()));
  }
  const centre = x.mean(dims);
  const centred = x.sub(wide(centre));
  noGrad(() => {
    runningMean?.mul_(1 - momentum).add_(centre, { alpha: momentum });
    runningVar?.mul_(1 - momentum).add_(variance(x, dims), { alpha: momentum });
  });
  const scale = centred.square().mean(dims, { keepdim: true }).add(eps).rsqrt();
  return affine(centred.mul(scale));
}

/** The rows of `weight` that `index` (int64, any shape) names; gradients add up for repeated rows. */
export function embedding(index: Tensor, weight: Tensor): Tensor {
  return named(weight.at(index), 'EmbeddingBackward0');
}

/** Rows of the identity: 1 at each index, `classes` wide. */
export function oneHot(index: Tensor, classes = -1): Tensor {
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

/** The cosine of the angle between vectors along `dim`; norms count at least eps. */
export function cosineSimilarity(
  x: Tensor,
  y: Tensor,
  { dim = 1, eps = 1e-8 }: { dim?: number; eps?: number } = {},
): Tensor {
  const squares = (v: Tensor): Tensor => v.square().sum(dim);
  const lengths = squares(x)
    .mul(squares(y))
    .clamp({ min: eps * eps })
    .sqrt();
  return x.mul(y).sum(dim).div(lengths);
}

/** x over its p-norm along `dim`, which counts at least eps. */
export function normalize(
  x: Tensor,
  { p = 2, dim = 1, eps = 1e-12 }: { p?: number; dim?: number; eps?: number } = {},
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
  const [rows, columns] = scores.shape.slice(-2) as [number, number];
  const later = tril(
    zerosLike(scores.detach())
      .add(1)
      .reshape(-1)
      .narrow(0, 0, rows * columns)
      .reshape(rows, columns),
  ).eq(0);
  const seen = causal ? maskedFill(scores, later, -Infinity) : scores;
  return matmul(softmax(seen, -1), v);
}
