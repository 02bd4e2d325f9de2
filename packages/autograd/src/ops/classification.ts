import { checked } from '../core/check.ts';
import { isFloating, typeName } from '../core/dtype.ts';
import { IndexError, RuntimeError, ValueError } from '../core/errors.ts';
import { named } from '../core/record.ts';
import { sameShape, showShape, showSize } from '../core/shape.ts';
import type { Tensor } from '../core/tensor.ts';
import { logsigmoid } from './activation.ts';
import { gather } from './along.ts';
import { sub } from './arithmetic.ts';
import { filled } from '../core/constant.ts';
import { BOTH, FIRST, binary } from './define.ts';
import { type LossOptions, type Reduction, reduceLosses } from './loss.ts';
import { where } from './where.ts';
import { logSoftmax } from './softmax.ts';

/** Keeps the quotient of the gradient finite, in float32 as PyTorch's kernel has it. */
const EPSILON = Math.fround(1e-12);

/** Slope (x − y) / (x (1 − x)); its own slopes as PyTorch has them, with ε beside x and 1 − x */
const probabilitySlope = binary({
  name: 'BinaryCrossEntropyBackward',
  forward: (x, y) => (x - y) / Math.max((1 - x) * x, EPSILON),
  vjp: [
    (g, x, y) => {
      const scale = x.add(1e-12).mul(sub(1, x).add(1e-12));
      return g.mul(x.square().sub(x.mul(y).mul(2)).add(y)).div(scale.square());
    },
    (g, x) => g.neg().div(x.mul(sub(1, x)).clamp({ min: 1e-12 })),
  ],
  saves: [BOTH, FIRST],
});

/** −(y ln x + (1 − y) ln(1 − x)), logarithms cut at −100; dx (x − y) / (x (1 − x)) */
const crossEntropyOfProbability = binary({
  name: 'BinaryCrossEntropy',
  forward: (x, y) => (y - 1) * Math.max(Math.log1p(-x), -100) - y * Math.max(Math.log(x), -100),
  vjp: [(g, x, y) => g.mul(probabilitySlope(x, y)), (g, x) => g.mul(x.neg().log1p().sub(x.log()))],
  saves: [BOTH, FIRST],
});

/**
 * −(y ln x + (1 − y) ln(1 − x)) of probabilities x and targets y of one shape, logarithms cut at −100;
 * 0-dim, or that shape for the reduction 'none'. `weight` is a factor for each element, and broadcasts.
 * Throws ValueError if the shapes differ, RuntimeError if an x is not from 0 to 1.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.binary_cross_entropy.html
 */
export const binaryCrossEntropy = checked(
  'binaryCrossEntropy input:T target:T *reduction:s *weight:T',
  (x: Tensor, y: Tensor, options?: LossOptions & { weight?: Tensor }): Tensor => {
    if (!sameShape(x.shape, y.shape)) {
      throw new ValueError(
        `Using a target size (${showSize(y.shape)}) that is different to the input size ` +
          `(${showSize(x.shape)}) is deprecated. Please ensure they have the same size.`,
      );
    }
    if (!x.toArray().every((p) => p >= 0 && p <= 1)) {
      throw new RuntimeError('all elements of input should be between 0 and 1');
    }
    return reduceLosses(crossEntropyOfProbability(x, y), options, 'BinaryCrossEntropy');
  },
);

/** The options of {@link binaryCrossEntropyWithLogits}; both factors broadcast. */
export interface LogitLossOptions extends LossOptions {
  /** A factor for each element. */
  weight?: Tensor;
  /** A factor for the positive term, as a rule one for each class. */
  posWeight?: Tensor;
}

/**
 * −(p y ln σ(x) + (1 − y) ln σ(−x)) of logits x and targets y of one shape, p the `posWeight`; without overflow.
 * 0-dim, or that shape for the reduction 'none'. Throws ValueError if the shapes differ.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.binary_cross_entropy_with_logits.html
 */
export const binaryCrossEntropyWithLogits = checked(
  'binaryCrossEntropyWithLogits input:T target:T *reduction:s *weight:T *posWeight:T',
  (x: Tensor, y: Tensor, { posWeight, ...options }: LogitLossOptions = {}): Tensor => {
    if (!sameShape(x.shape, y.shape)) {
      throw new ValueError(
        `Target size (${showSize(y.shape)}) must be the same as input size (${showSize(x.shape)})`,
      );
    }
    const positive = posWeight === undefined ? y : y.mul(posWeight);
    const hit = positive.mul(logsigmoid(x));
    const losses = sub(1, y).mul(logsigmoid(x.neg())).add(hit).neg();
    return reduceLosses(losses, options, 'BinaryCrossEntropyWithLogits');
  },
);

/** The options of {@link nllLoss} and {@link crossEntropy}. */
export interface ClassLossOptions extends LossOptions {
  /** A factor for each class, [c]; the mean is weighted by those of the targets. */
  weight?: Tensor;
  /** A target that counts for nothing; −100 unless said otherwise. */
  ignoreIndex?: number;
}

/** The dimension of x that holds the classes: after that of the batch, if there is one. */
function classDim(x: Tensor): number {
  return x.dim() === 1 ? 0 : 1;
}

/** Refuses a target, of shape [n, …], that does not fit x, [n, c, …]. */
function checkTargetShape({ shape }: Tensor, { shape: target }: Tensor): void {
  const [batch] = shape;
  if (batch === undefined) throw new ValueError('Expected 1 or more dimensions (got 0)');
  const [targets = 0] = target;
  if (shape.length > 1 && batch !== targets) {
    throw new ValueError(
      `Expected input batch_size (${batch}) to match target batch_size (${targets}).`,
    );
  }
  if (shape.length <= 2 && target.length > 1) {
    throw new RuntimeError('0D or 1D target tensor expected, multi-target not supported');
  }
  if (shape.length === 1 && target.length > 0) {
    throw new RuntimeError(
      `size mismatch (got input: ${showShape(shape)}, target: ${showShape(target)})`,
    );
  }
  if (shape.length === 4 && target.length !== 3) {
    throw new RuntimeError(
      'only batches of spatial targets supported (3D tensors) but got targets of dimension: ' +
        String(target.length),
    );
  }
  const expected = [...shape.slice(0, 1), ...shape.slice(2)];
  if (shape.length === 1 || sameShape(expected, target)) return;
  throw new RuntimeError(
    shape.length === 4
      ? `size mismatch (got input: ${showShape(shape)} , target: ${showShape(target)}`
      : `Expected target size ${showShape(expected)}, got ${showShape(target)}`,
  );
}

function checkClassWeight(weight: Tensor | undefined, x: Tensor, who = ''): void {
  const count = x.size(classDim(x));
  if (weight === undefined || (weight.dim() === 1 && weight.numel() === count)) return;
  if (x.dim() > 2 && who === '') {
    throw new RuntimeError('weight tensor should be defined either for all or no classes');
  }
  throw new RuntimeError(
    `${who}weight tensor should be defined either for all ${count} classes or no classes but got weight tensor ` +
      `of shape: ${showShape(weight.shape)}`,
  );
}

function checkTargets(x: Tensor, target: Tensor, ignoreIndex: number, weight?: Tensor): void {
  checkTargetShape(x, target);
  checkClassWeight(weight, x);
  if (target.dtype !== 'int64') {
    throw new RuntimeError(`expected scalar type Long but found ${typeName(target.dtype)}`);
  }
  const count = x.size(classDim(x));
  const bad = target.toArray().find((t) => t !== ignoreIndex && (t < 0 || t >= count));
  if (bad !== undefined) throw new IndexError(`Target ${bad} is out of bounds.`);
}

/** The targets, 0 in place of those that are ignored; what each counts; how their losses are reduced. */
function classTargets(
  x: Tensor,
  target: Tensor,
  { reduction = 'mean', weight, ignoreIndex = -100 }: ClassLossOptions = {},
) {
  checkTargets(x, target, ignoreIndex, weight);
  const ignored = target.eq(ignoreIndex);
  const safe = where(ignored, 0, target);
  const factors = weight ?? filled([x.size(classDim(x))], 1, x.dtype);
  const counts = where(ignored, 0, factors.at(safe));
  const reduce = (losses: Tensor): Tensor => {
    const counted = where(ignored, 0, losses);
    if (reduction === 'mean') return counted.sum().div(counts.sum());
    return reduceLosses(counted, { reduction });
  };
  return { safe, counts, reduce };
}

/**
 * −w x[target] for log-probabilities x [n, c, …] and int64 targets [n, …], or x [c] and a 0-dim target; 0-dim,
 * or the target's shape for the reduction 'none'. The mean is NaN where all targets are ignored.
 * Throws RuntimeError if the target is not int64 or not of that shape, ValueError if its n is another,
 * IndexError if there is no such class.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.nll_loss.html
 */
export const nllLoss = checked(
  'nllLoss input:T target:T *reduction:s *weight:T *ignoreIndex:i',
  (x: Tensor, target: Tensor, options?: ClassLossOptions): Tensor => {
    const { safe, counts, reduce } = classTargets(x, target, options);
    const dim = classDim(x);
    const picked = gather(x, dim, safe.unsqueeze(dim)).squeeze(dim);
    return named(reduce(picked.neg().mul(counts)), 'NllLossBackward0');
  },
);

/**
 * −Σ t ln softmax(x) over the classes, for logits x [n, c, …] or [c], and a target t: class numbers as
 * {@link nllLoss} takes and refuses them, or probabilities of x's shape. `labelSmoothing` mixes t with that
 * part, 0 to 1, of the uniform distribution; throws RuntimeError above 1. 0-dim, or a loss for each item for the
 * reduction 'none'.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.cross_entropy.html
 */
export const crossEntropy = checked(
  'crossEntropy input:T target:T *reduction:s *weight:T *ignoreIndex:i *labelSmoothing:n',
  (
    x: Tensor,
    target: Tensor,
    { labelSmoothing, ...options }: ClassLossOptions & { labelSmoothing?: number } = {},
  ): Tensor => {
    const { reduction = 'mean', weight } = options;
    // A negative one counts for nothing.
    const s = Math.max(labelSmoothing ?? 0, 0);
    const dim = classDim(x);
    const ofProbabilities = sameShape(target.shape, x.shape);
    if (ofProbabilities) checkProbabilities(x, target, options);
    if (s > 1) throw new RuntimeError(`label_smoothing must be between 0.0 and 1.0. Got: ${s}`);
    const logs = logSoftmax(x, dim);
    const weighted = (): Tensor =>
      weight === undefined
        ? logs
        : logs.mul(weight.reshape(x.shape.map((_, d) => (d === dim ? -1 : 1))));
    const share = s / x.size(dim);
    if (ofProbabilities) {
      const mixed = s === 0 ? target : target.mul(1 - s).add(share);
      const losses = weighted().mul(mixed).sum(dim).neg();
      if (reduction !== 'mean') return reduceLosses(losses, { reduction }, 'Neg');
      return named(losses.sum().div(losses.numel()), 'DivBackward1');
    }
    const hard = nllLoss(logs, target, options);
    if (s === 0) return hard;
    const { reduce } = classTargets(x, target, options);
    return hard.mul(1 - s).add(reduce(weighted().sum(dim).neg()).mul(share));
  },
);

/** Refuses what does not go with a target of probabilities. */
function checkProbabilities(
  x: Tensor,
  target: Tensor,
  { ignoreIndex = -1, weight }: ClassLossOptions,
): void {
  if (!isFloating(target.dtype)) {
    throw new RuntimeError(
      `Expected floating point type for target with class probabilities, got ${typeName(target.dtype)}`,
    );
  }
  if (ignoreIndex >= 0) {
    throw new RuntimeError('ignore_index is not supported for floating point target');
  }
  checkClassWeight(weight, x, 'cross_entropy: ');
}

/**
 * y (ln y − x) of each element, for log-probabilities x and a target y of probabilities, or of their logarithms
 * if `logTarget`; they broadcast. Only 'batchmean', the sum over the size of dimension 0, is the divergence:
 * 'mean' divides by the number of elements. 0-dim, or the shape of both for the reduction 'none'.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.kl_div.html
 */
export const klDiv = checked(
  'klDiv input:T target:T *reduction:s *logTarget:b',
  (
    x: Tensor,
    y: Tensor,
    {
      reduction = 'mean',
      logTarget = false,
    }: { reduction?: Reduction | 'batchmean'; logTarget?: boolean } = {},
  ): Tensor => {
    const losses = logTarget
      ? y.exp().mul(y.sub(x))
      : where(y.eq(0), 0, y.log().mul(y)).sub(y.mul(x));
    // One number is a batch of one.
    if (reduction === 'batchmean') return x.dim() === 0 ? losses : losses.sum().div(x.size(0));
    return reduceLosses(losses, { reduction });
  },
);
