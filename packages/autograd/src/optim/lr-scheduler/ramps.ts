import { LRScheduler, type Scheduled } from './scheduler.ts';

export interface LinearOptions {
  /** The part of the first rate to start and to end with. */
  startFactor?: number;
  endFactor?: number;
  totalIters?: number;
}

/** A straight line between two rates. https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.LinearLR.html */
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

/** A part of the rate until `totalIters`. https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.ConstantLR.html */
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

/** Falls to 0 as a power of the epochs left. https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.PolynomialLR.html */
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
