import { LRScheduler, type Scheduled } from './scheduler.ts';

/** Multiplies the rate by `gamma` every `stepSize` epochs. https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.StepLR.html */
export class StepLR extends LRScheduler {
  private readonly stepSize: number;
  private readonly gamma: number;

  constructor(optimizer: Scheduled, stepSize: number, { gamma = 0.1 }: { gamma?: number } = {}) {
    super(optimizer);
    this.stepSize = stepSize;
    this.gamma = gamma;
    this.step();
  }

  protected rate(now: number): number {
    return this.lastEpoch > 0 && this.lastEpoch % this.stepSize === 0 ? now * this.gamma : now;
  }

  protected override rateAt(_: number, base: number): number {
    return base * this.gamma ** Math.floor(this.lastEpoch / this.stepSize);
  }
}

/** Multiplies the rate by `gamma` at each milestone. https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.MultiStepLR.html */
export class MultiStepLR extends LRScheduler {
  private readonly milestones: readonly number[];
  private readonly gamma: number;

  constructor(
    optimizer: Scheduled,
    milestones: readonly number[],
    { gamma = 0.1 }: { gamma?: number } = {},
  ) {
    super(optimizer);
    this.milestones = [...milestones];
    this.gamma = gamma;
    this.step();
  }

  protected rate(now: number): number {
    const hits = this.milestones.filter((milestone) => milestone === this.lastEpoch);
    return now * this.gamma ** hits.length;
  }

  protected override rateAt(_: number, base: number): number {
    return base * this.gamma ** this.milestones.filter((m) => m <= this.lastEpoch).length;
  }
}

/** Multiplies the rate by `gamma` every epoch. https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.ExponentialLR.html */
export class ExponentialLR extends LRScheduler {
  private readonly gamma: number;

  constructor(optimizer: Scheduled, gamma: number) {
    super(optimizer);
    this.gamma = gamma;
    this.step();
  }

  protected rate(now: number): number {
    return this.lastEpoch === 0 ? now : now * this.gamma;
  }

  protected override rateAt(_: number, base: number): number {
    return base * this.gamma ** this.lastEpoch;
  }
}

/** A factor for the rate, from the epoch. */
export type Factor = (epoch: number) => number;

/** The first rate times a factor. https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.LambdaLR.html */
export class LambdaLR extends LRScheduler {
  private readonly factors: readonly Factor[];

  constructor(optimizer: Scheduled, factor: Factor | readonly Factor[]) {
    super(optimizer);
    this.factors = typeof factor === 'function' ? this.groups.map(() => factor) : factor;
    this.step();
  }

  protected rate(_: number, base: number, group: number): number {
    return base * (this.factors[group] as Factor)(this.lastEpoch);
  }
}

/** The rate times a factor, epoch after epoch. https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.MultiplicativeLR.html */
export class MultiplicativeLR extends LRScheduler {
  private readonly factor: Factor;

  constructor(optimizer: Scheduled, factor: Factor) {
    super(optimizer);
    this.factor = factor;
    this.step();
  }

  protected rate(now: number): number {
    return this.lastEpoch > 0 ? now * this.factor(this.lastEpoch) : now;
  }
}
