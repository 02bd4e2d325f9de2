import { LRScheduler, type Scheduled } from './scheduler.ts';

/** The options of {@link LinearLR}. */
export interface LinearOptions {
  /** The part of the first rate to start with; ⅓ unless said otherwise. */
  startFactor?: number;
  /** The part of the first rate to end with; 1 unless said otherwise. */
  endFactor?: number;
  /** How many epochs it takes; 5 unless said otherwise. */
  totalIters?: number;
}

/**
 * A straight line from one part of the first rate to another in `totalIters` epochs; it stays there.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.LinearLR.html
 */
export class LinearLR extends LRScheduler {
  constructor(
    optimizer: Scheduled,
    { startFactor = 1 / 3, endFactor = 1, totalIters = 5 }: LinearOptions = {},
  ) {
    const rise = endFactor - startFactor;
    super(
      optimizer,
      (now, epoch) => {
        if (epoch === 0) return now * startFactor;
        if (epoch > totalIters) return now;
        return now * (1 + rise / (totalIters * startFactor + (epoch - 1) * rise));
      },
      (base, epoch) => base * (startFactor + (rise * Math.min(totalIters, epoch)) / totalIters),
    );
  }
}

/**
 * The first rate times `factor` before epoch `totalIters`, the first rate from then on.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.ConstantLR.html
 */
export class ConstantLR extends LRScheduler {
  constructor(
    optimizer: Scheduled,
    { factor = 1 / 3, totalIters = 5 }: { factor?: number; totalIters?: number } = {},
  ) {
    super(
      optimizer,
      (now, epoch) => {
        if (epoch === 0) return now * factor;
        return epoch === totalIters ? now * (1 / factor) : now;
      },
      (base, epoch) => (epoch < totalIters ? base * factor : base),
    );
  }
}

/**
 * The first rate times (1 − epoch / totalIters) to the `power`, 0 from epoch `totalIters` on.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.PolynomialLR.html
 */
export class PolynomialLR extends LRScheduler {
  constructor(
    optimizer: Scheduled,
    { totalIters = 5, power = 1 }: { totalIters?: number; power?: number } = {},
  ) {
    const left = (epoch: number) => 1 - Math.min(totalIters, epoch) / totalIters;
    super(
      optimizer,
      (now, epoch) => {
        if (epoch === 0 || epoch > totalIters) return now;
        return now * (left(epoch) / left(epoch - 1)) ** power;
      },
      (base, epoch) => base * left(epoch) ** power,
    );
  }
}
