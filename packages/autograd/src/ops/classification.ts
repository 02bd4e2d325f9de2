import { isFloating, typeName } from '../core/dtype.ts';
import { IndexError, RuntimeError, ValueError } from '../core/errors.ts';
import { named } from '../core/record.ts';
import { sameShape, showShape } from '../core/shape.ts';
import type { Tensor } from '../tensor.ts';
import { logsigmoid } from './activation.ts';
import { gather } from './along.ts';
import { asTensor, onesLike, zerosLike } from './constant.ts';
import { BOTH, FIRST, binary } from './define.ts';
import { type LossOptions, type Reduction, reduceLosses } from './loss.ts';
import { where } from './select.ts';
import { logSoftmax } from './softmax.ts';

/** Keeps the quotient of the gradient finite, in float32 as PyTorch's kernel has it. */
const EPSILON = Math.fround(1e-12);

/** Slope (x − y) / (x (1 − x)); its own slopes as PyTorch has them, with ε beside x and 1 − x */
const probabilitySlope = binary({
  name: 'BinaryCrossEntropyBackward',
  forward: (x, y) => (x - y) / Math.max((1 - x) * x, EPSILON),
  vjp: [
    (g, x, y) => {
      const p = asTensor(x);
      const scale = p.add(1e-12).mul(p.neg().add(1).add(1e-12));
      return g.mul(p.square().sub(p.mul(y).mul(2)).add(y)).div(scale.square());
    },
    (g, x) => {
      const p = asTensor(x);
      return g.neg().div(p.mul(p.neg().add(1)).clamp({ min: 1e-12 }));
    },
  ],
  saves: [BOTH, FIRST],
});

/** −(y ln x + (1 − y) ln(1 − x)), logarithms cut at −100; dx (x − y) / (x (1 − x)) */
const crossEntropyOfProbability = binary({
  name: 'BinaryCrossEntropy',
  forward: (x, y) => (y - 1) * Math.max(Math.log1p(-x), -100) - y * Math.max(Math.log(x), -100),
  vjp: [
    (g, x, y) => g.mul(probabilitySlope(x, y)),
    (g, x) => {
      const p = asTensor(x);
      return g.mul(p.neg().log1p().sub(p.log()));
    },
  ],
  saves: [BOTH, FIRST],
});

/** The cross-entropy of probabilities x and targets y between 0 and 1. */
export function binaryCrossEntropy(
  x: Tensor,
  y: Tensor,
  { reduction = 'mean', weight }: LossOptions & { weight?: Tensor } = {},
): Tensor {
  if (!sameShape(x.shape, y.shape)) {
    throw new ValueError(
      `Using a target size (torch.Size(${showShape(y.shape)})) that is different to the input size ` +
        `(torch.Size(${showShape(x.shape)})) is deprecated. Please ensure they have the same size.`,
    );
  }
  if (x.ge(0).logicalAnd(x.le(1)).all().item() === 0) {
    throw new RuntimeError('all elements of input should be between 0 and 1');
  }
  const losses = crossEntropyOfProbability(x, y);
  const weighted = weight === undefined ? losses : losses.mul(weight);
  return named(reduceLosses(weighted, reduction), 'BinaryCrossEntropyBackward0');
}

export interface LogitLossOptions extends LossOptions {
  /** A factor for each element. */
  weight?: Tensor;
  /** A factor for the positive term. */
  posWeight?: Tensor;
}

/** The cross-entropy of σ(x), computed without overflow: −(w y ln σ(x) + (1 − y) ln σ(−x)). */
export function binaryCrossEntropyWithLogits(
  x: Tensor,
  y: Tensor,
  { reduction = 'mean', weight, posWeight }: LogitLossOptions = {},
): Tensor {
  const positive = posWeight === undefined ? y : y.mul(posWeight);
  const hit = positive.mul(logsigmoid(x));
  const losses = y.neg().add(1).mul(logsigmoid(x.neg())).add(hit).neg();
  const weighted = weight === undefined ? losses : losses.mul(weight);
  return named(reduceLosses(weighted, reduction), 'BinaryCrossEntropyWithLogitsBackward0');
}

export interface ClassLossOptions extends LossOptions {
  /** A factor for each class. */
  weight?: Tensor;
  /** A target that counts for nothing. */
  ignoreIndex?: number;
}

function checkTarget(x: Tensor, target: Tensor): void {
  const batch = x.dim() === 1 ? 1 : (x.shape[0] as number);
  const targets = target.dim() === 0 ? 1 : (target.shape[0] as number);
  if (x.dim() > 1 && batch !== targets) {
    throw new ValueError(
      `Expected input batch_size (${batch}) to match target batch_size (${targets}).`,
    );
  }
  if (target.dtype !== 'int64') {
    throw new RuntimeError(`expected scalar type Long but found ${typeName(target.dtype)}`);
  }
}

function checkClasses(target: Tensor, ignoreIndex: number, count: number): void {
  const bad = target.toArray().find((t) => t !== ignoreIndex && (t < 0 || t >= count));
  if (bad !== undefined) throw new IndexError(`Target ${bad} is out of bounds.`);
}

/** The mean of −w x[target], classes in dimension 1, weighted by the classes' factors. */
export function nllLoss(
  x: Tensor,
  target: Tensor,
  { reduction = 'mean', weight, ignoreIndex = -100 }: ClassLossOptions = {},
): Tensor {
  checkTarget(x, target);
  const classes = x.dim() === 1 ? 0 : 1;
  const ignored = target.eq(ignoreIndex);
  checkClasses(target, ignoreIndex, x.shape[classes] as number);
  const safe = where(ignored, zerosLike(target), target);
  const picked = gather(x, classes, safe.unsqueeze(classes)).squeeze(classes);
  const factors = weight === undefined ? onesLike(picked.detach()) : weight.at(safe);
  const counted = where(ignored, zerosLike(factors), factors);
  const losses = where(ignored, zerosLike(picked.detach()), picked.neg().mul(counted));
  if (reduction === 'mean') return named(losses.sum().div(counted.sum()), 'NllLossBackward0');
  return named(reduceLosses(losses, reduction), 'NllLossBackward0');
}

/**
 * The cross-entropy of softmax(x) and a target: class numbers (int64) or probabilities of x's shape.
 * https://pytorch.org/docs/stable/generated/torch.nn.functional.cross_entropy.html
 */
export function crossEntropy(
  x: Tensor,
  target: Tensor,
  options: ClassLossOptions & { labelSmoothing?: number } = {},
): Tensor {
  const { reduction = 'mean', weight, ignoreIndex = -100, labelSmoothing: s = 0 } = options;
  const classes = x.dim() === 1 ? 0 : 1;
  const logs = logSoftmax(x, classes);
  if (isFloating(target.dtype) && target.dim() === x.dim()) {
    return softTargets(logs, target, classes, s, options);
  }
  const hard = nllLoss(logs, target, options);
  if (s === 0) return hard;
  const count = x.shape[classes] as number;
  const factors =
    weight ?? onesLike(logs.detach().select(0, 0).reshape(-1).narrow(0, 0, 1)).expand(count);
  const ignored = target.eq(ignoreIndex);
  const spreadOut = logs
    .neg()
    .mul(classFactors(factors, logs, classes))
    .sum(classes);
  const losses = where(ignored, zerosLike(spreadOut.detach()), spreadOut);
  const smooth =
    reduction === 'mean'
      ? losses.sum().div(targetWeight(factors, target, ignored))
      : reduceLosses(losses, reduction);
  return hard.mul(1 - s).add(smooth.mul(s / count));
}

function classFactors(factors: Tensor, logs: Tensor, classes: number): Tensor {
  return factors.reshape(logs.shape.map((_, d) => (d === classes ? -1 : 1)));
}

function targetWeight(factors: Tensor, target: Tensor, ignored: Tensor): Tensor {
  const own = factors.contiguous().at(where(ignored, zerosLike(target), target));
  return where(ignored, zerosLike(own), own).sum();
}

function softTargets(
  logs: Tensor,
  target: Tensor,
  classes: number,
  smoothing: number,
  { reduction = 'mean', weight }: ClassLossOptions,
): Tensor {
  const count = logs.shape[classes] as number;
  const wanted = smoothing === 0 ? target : target.mul(1 - smoothing).add(smoothing / count);
  const terms = logs.mul(wanted).neg();
  const weighted = weight === undefined ? terms : terms.mul(classFactors(weight, logs, classes));
  const losses = weighted.sum(classes);
  if (reduction !== 'mean') return reduceLosses(losses, reduction);
  return weighted.sum().div(Math.max(losses.numel(), 1));
}

/** The divergence Σ y (ln y − x) of a target y from log-probabilities x. */
export function klDiv(
  x: Tensor,
  y: Tensor,
  {
    reduction = 'mean',
    logTarget = false,
  }: { reduction?: Reduction | 'batchmean'; logTarget?: boolean } = {},
): Tensor {
  const plain = where(
    y.gt(0),
    y.clamp({ min: Number.MIN_VALUE }).log().mul(y),
    zerosLike(y.detach()),
  ).sub(y.mul(x));
  const losses = logTarget ? y.exp().mul(y.sub(x)) : plain;
  if (reduction === 'batchmean') return losses.sum().div(x.shape[0] as number);
  return reduceLosses(losses, reduction);
}
