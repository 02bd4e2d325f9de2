import * as classes from '../ops/classification.ts';
import * as loss from '../ops/loss.ts';
import type { Tensor } from '../tensor.ts';
import { Module } from './module.ts';

/** A loss as a module: it keeps the options, `forward` takes the prediction and the target. */
abstract class Loss<Options> extends Module {
  protected readonly options: Options | undefined;

  constructor(options?: Options) {
    super();
    this.options = options;
  }
}

/** The mean of (x − y)². */
export class MSELoss extends Loss<loss.LossOptions> {
  override forward(x: Tensor, y: Tensor): Tensor {
    return loss.mseLoss(x, y, this.options);
  }
}

/** The mean of |x − y|. */
export class L1Loss extends Loss<loss.LossOptions> {
  override forward(x: Tensor, y: Tensor): Tensor {
    return loss.l1Loss(x, y, this.options);
  }
}

/** Quadratic up to `beta`, linear beyond. https://pytorch.org/docs/stable/generated/torch.nn.SmoothL1Loss.html */
export class SmoothL1Loss extends Loss<loss.LossOptions & { beta?: number }> {
  override forward(x: Tensor, y: Tensor): Tensor {
    return loss.smoothL1Loss(x, y, this.options);
  }
}

/** Quadratic up to `delta`, linear beyond. https://pytorch.org/docs/stable/generated/torch.nn.HuberLoss.html */
export class HuberLoss extends Loss<loss.LossOptions & { delta?: number }> {
  override forward(x: Tensor, y: Tensor): Tensor {
    return loss.huberLoss(x, y, this.options);
  }
}

/** For probabilities x and targets in [0, 1]. */
export class BCELoss extends Loss<loss.LossOptions> {
  override forward(x: Tensor, y: Tensor): Tensor {
    return classes.binaryCrossEntropy(x, y, this.options);
  }
}

/** The same for logits. */
export class BCEWithLogitsLoss extends Loss<classes.LogitLossOptions> {
  override forward(x: Tensor, y: Tensor): Tensor {
    return classes.binaryCrossEntropyWithLogits(x, y, this.options);
  }
}

/** For logits [batch, classes] and int64 classes, or probabilities of classes. */
export class CrossEntropyLoss extends Loss<
  NonNullable<Parameters<typeof classes.crossEntropy>[2]>
> {
  override forward(x: Tensor, target: Tensor): Tensor {
    return classes.crossEntropy(x, target, this.options);
  }
}

/** For log-probabilities [batch, classes] and int64 classes. */
export class NLLLoss extends Loss<NonNullable<Parameters<typeof classes.nllLoss>[2]>> {
  override forward(x: Tensor, target: Tensor): Tensor {
    return classes.nllLoss(x, target, this.options);
  }
}
