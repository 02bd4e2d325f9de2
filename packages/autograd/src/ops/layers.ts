import { RuntimeError, ValueError } from '../core/errors.ts';
import { noGrad } from '../core/grad-mode.ts';
import { elements, wrap } from '../core/make.ts';
import { OUTPUT } from '../core/node.ts';
import { named, record } from '../core/record.ts';
import { type Shape, sameShape, showShape } from '../core/shape.ts';
import type { Tensor } from '../tensor.ts';
import { requireInRange } from './along.ts';
import { zerosLike } from './constant.ts';
import { addmm, matmul } from './matmul.ts';
import { maskedFill, tril } from './rearrange.ts';
import type { Dims } from './reduce.ts';
import { where } from './select.ts';
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
  if (!sameShape(x.shape.slice(-shape.length), shape)) {
    throw new RuntimeError(
      `Given normalized_shape=${showShape(shape)}, expected input with shape [*, ${shape.join(', ')}], but ` +
        `got input of size${showShape(x.shape)}`,
    );
  }
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
    if (!runningMean) throw new RuntimeError('running_mean must be defined in evaluation mode');
    if (!runningVar) throw new RuntimeError('running_var must be defined in evaluation mode');
    return affine(x.sub(wide(runningMean)).mul(wide(runningVar).add(eps).rsqrt()));
  }
  if (dims.every((d) => x.shape[d] === 1)) {
    throw new ValueError(
      'Expected more than 1 value per channel when training, got input size ' +
        `torch.Size(${showShape(x.shape)})`,
    );
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

/**
 * The rows of `weight` that `index` (int64, any shape) names; gradients add up for repeated rows, and the row
 * `paddingIdx` receives none.
 */
export function embedding(
  index: Tensor,
  weight: Tensor,
  { paddingIdx }: { paddingIdx?: number | null } = {},
): Tensor {
  const count = weight.shape[0] as number;
  requireInRange(index, count);
  const rows = weight.at(index);
  if (paddingIdx === undefined || paddingIdx === null) return named(rows, 'EmbeddingBackward0');
  const padding = index.eq(paddingIdx < 0 ? paddingIdx + count : paddingIdx).unsqueeze(-1);
  return named(where(padding, rows.detach(), rows), 'EmbeddingBackward0');
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

/** ‖v‖ but at least eps: d = v dv / max(‖v‖, eps), also where eps is the larger, as in PyTorch */
function lengthOf(v: Tensor, dim: number, eps: number): Tensor {
  const value = norm(v.detach(), 2, dim, { keepdim: true }).clamp({ min: eps });
  const length = record(
    value,
    'LinalgVectorNormBackward0',
    [v],
    (g) => g.mul(v.div(length)),
    1 | OUTPUT,
  );
  return length;
}

/** The cosine of the angle between vectors along `dim`; norms count at least eps. */
export function cosineSimilarity(
  x: Tensor,
  y: Tensor,
  { dim = 1, eps = 1e-8 }: { dim?: number; eps?: number } = {},
): Tensor {
  const unit = (v: Tensor): Tensor => v.div(lengthOf(v, dim, eps));
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
