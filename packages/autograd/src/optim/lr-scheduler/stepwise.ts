import { LRScheduler, type Scheduled } from './scheduler.ts';

/**
 * Multiplies the rate by `gamma` every `stepSize` epochs.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.StepLR.html
 */
export class StepLR extends LRScheduler {
  constructor(optimizer: Scheduled, stepSize: number, { gamma = 0.1 }: { gamma?: number } = {}) {
    super(
      optimizer,
      (now, epoch) => (epoch > 0 && epoch % stepSize === 0 ? now * gamma : now),
      (base, epoch) => base * gamma ** Math.floor(epoch / stepSize),
    );
  }
}

/**
 * Multiplies the rate by `gamma` at each milestone, an epoch; twice at one that is listed twice.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.MultiStepLR.html
 */
export class MultiStepLR extends LRScheduler {
  constructor(
    optimizer: Scheduled,
    milestones: readonly number[],
    { gamma = 0.1 }: { gamma?: number } = {},
  ) {
    super(
      optimizer,
      (now, epoch) => now * gamma ** milestones.filter((m) => m === epoch).length,
      (base, epoch) => base * gamma ** milestones.filter((m) => m <= epoch).length,
    );
  }
}

/**
 * Multiplies the rate by `gamma` every epoch.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.ExponentialLR.html
 */
export class ExponentialLR extends LRScheduler {
  constructor(optimizer: Scheduled, gamma: number) {
    super(
      optimizer,
      (now, epoch) => (epoch === 0 ? now : now * gamma),
      (base, epoch) => base * gamma ** epoch,
    );
  }
}

/** A factor for the rate, from the epoch (0, 1, …). */
export type Factor = (epoch: number) => number;

/**
 * The first rate times a factor of the epoch; a list has one for each group.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.LambdaLR.html
 */
export class LambdaLR extends LRScheduler {
  constructor(optimizer: Scheduled, factor: Factor | readonly Factor[]) {
    super(optimizer, (_, epoch, base, group) => {
      const own = typeof factor === 'function' ? factor : (factor[group] as Factor);
      return base * own(epoch);
    });
  }
}

/**
 * Multiplies the rate by a factor every epoch, from epoch 1 on.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.MultiplicativeLR.html
 */
export class MultiplicativeLR extends LRScheduler {
  constructor(optimizer: Scheduled, factor: Factor) {
    super(optimizer, (now, epoch) => (epoch > 0 ? now * factor(epoch) : now));
  }
}
