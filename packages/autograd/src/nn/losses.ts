import * as classes from '../ops/classification.ts';
import * as loss from '../ops/loss.ts';
import type { Tensor } from '../tensor.ts';
import { Module } from './module.ts';

/** A loss as a module: it keeps the options, `forward` takes the prediction and the target. */
/* @__NO_SIDE_EFFECTS__ */
function moduleOf<Options>(of: (x: Tensor, target: Tensor, options?: Options) => Tensor) {
  return class extends Module {
    readonly options: Options | undefined;

    constructor(options?: Options) {
      super();
      this.options = options;
    }

    override forward(x: Tensor, target: Tensor): Tensor {
      return of(x, target, this.options);
    }
  };
}

/** The mean of (x − y)². */
export class MSELoss extends moduleOf(loss.mseLoss) {}

/** The mean of |x − y|. */
export class L1Loss extends moduleOf(loss.l1Loss) {}

/** Quadratic up to `beta`, linear beyond. https://pytorch.org/docs/stable/generated/torch.nn.SmoothL1Loss.html */
export class SmoothL1Loss extends moduleOf(loss.smoothL1Loss) {}

/** Quadratic up to `delta`, linear beyond. https://pytorch.org/docs/stable/generated/torch.nn.HuberLoss.html */
export class HuberLoss extends moduleOf(loss.huberLoss) {}

/** For probabilities x and targets in [0, 1]. */
export class BCELoss extends moduleOf(classes.binaryCrossEntropy) {}

/** The same for logits. */
export class BCEWithLogitsLoss extends moduleOf(classes.binaryCrossEntropyWithLogits) {}

/** For logits [batch, classes] and int64 classes, or probabilities of classes. */
export class CrossEntropyLoss extends moduleOf(classes.crossEntropy) {}

/** For log-probabilities [batch, classes] and int64 classes. */
export class NLLLoss extends moduleOf(classes.nllLoss) {}
