import { checkNamed } from '../core/check.ts';
import * as classes from '../ops/classification.ts';
import * as loss from '../ops/loss.ts';
import type { Tensor } from '../core/tensor.ts';
import { Module } from './module.ts';

/** A loss as a module: it keeps the options, `forward` takes the prediction and the target. */
interface Loss<Options> extends Module {
  /** The options of the function, whose shapes and errors hold here. */
  readonly options: Options | undefined;
  forward(x: Tensor, target: Tensor): Tensor;
}

/** The options of all; the functions refuse those that are not theirs. */
const OPTIONS =
  '*reduction:s *weight:T *posWeight:T *ignoreIndex:i *labelSmoothing:n *beta:n *delta:n';

/* @__NO_SIDE_EFFECTS__ */
function moduleOf<Options>(
  name: string,
  of: (x: Tensor, target: Tensor, options?: Options) => Tensor,
): new (options?: Options) => Loss<Options> {
  return class extends Module {
    readonly options: Options | undefined;

    constructor(options?: Options) {
      super();
      checkNamed(`${name} ${OPTIONS}`, options);
      this.options = options;
    }

    override forward(x: Tensor, target: Tensor): Tensor {
      return of(x, target, this.options);
    }
  };
}

/**
 * The mean of (x − y)²: {@link loss.mseLoss}.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.MSELoss.html
 */
export class MSELoss extends moduleOf('MSELoss', loss.mseLoss) {}

/**
 * The mean of |x − y|: {@link loss.l1Loss}.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.L1Loss.html
 */
export class L1Loss extends moduleOf('L1Loss', loss.l1Loss) {}

/**
 * Quadratic up to `beta`, linear beyond: {@link loss.smoothL1Loss}.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.SmoothL1Loss.html
 */
export class SmoothL1Loss extends moduleOf('SmoothL1Loss', loss.smoothL1Loss) {}

/**
 * Quadratic up to `delta`, linear beyond: {@link loss.huberLoss}.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.HuberLoss.html
 */
export class HuberLoss extends moduleOf('HuberLoss', loss.huberLoss) {}

/**
 * For probabilities x and targets from 0 to 1: {@link classes.binaryCrossEntropy}.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.BCELoss.html
 */
export class BCELoss extends moduleOf('BCELoss', classes.binaryCrossEntropy) {}

/**
 * The same for logits: {@link classes.binaryCrossEntropyWithLogits}.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.BCEWithLogitsLoss.html
 */
export class BCEWithLogitsLoss extends moduleOf(
  'BCEWithLogitsLoss',
  classes.binaryCrossEntropyWithLogits,
) {}

/**
 * For logits [n, c, …] and int64 classes [n, …], or probabilities of the classes: {@link classes.crossEntropy}.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.CrossEntropyLoss.html
 */
export class CrossEntropyLoss extends moduleOf('CrossEntropyLoss', classes.crossEntropy) {}

/**
 * For log-probabilities [n, c, …] and int64 classes [n, …]: {@link classes.nllLoss}.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.nn.NLLLoss.html
 */
export class NLLLoss extends moduleOf('NLLLoss', classes.nllLoss) {}
