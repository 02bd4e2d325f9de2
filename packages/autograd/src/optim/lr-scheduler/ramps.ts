import { LRScheduler, type Scheduled } from './scheduler.ts';

export interface LinearOptions {
  /** The part of the first rate to start and to end with. */
  startFactor?: number;
  endFactor?: number;
  totalIters?: number;
}

/** A straight line between two rates. https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.LinearLR.html */
export class LinearLR extends LRScheduler {
  private readonly start: number;
  private readonly end: number;
  private readonly total: number;

  constructor(
    optimizer: Scheduled,
    { startFactor = 1 / 3, endFactor = 1, totalIters = 5 }: LinearOptions = {},
  ) {
    super(optimizer);
    this.start = startFactor;
    this.end = endFactor;
    this.total = totalIters;
    this.step();
  }

  protected rate(now: number): number {
    const { lastEpoch: epoch, start, end, total } = this;
    if (epoch === 0) return now * start;
    if (epoch > total) return now;
    return now * (1 + (end - start) / (total * start + (epoch - 1) * (end - start)));
  }

  protected override rateAt(_: number, base: number): number {
    const { lastEpoch: epoch, start, end, total } = this;
    return base * (start + ((end - start) * Math.min(total, epoch)) / total);
  }
}

/** A part of the rate until `totalIters`. https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.ConstantLR.html */
export class ConstantLR extends LRScheduler {
  private readonly factor: number;
  private readonly total: number;

  constructor(
    optimizer: Scheduled,
    { factor = 1 / 3, totalIters = 5 }: { factor?: number; totalIters?: number } = {},
  ) {
    super(optimizer);
    this.factor = factor;
    this.total = totalIters;
    this.step();
  }

  protected rate(now: number): number {
    if (this.lastEpoch === 0) return now * this.factor;
    return this.lastEpoch === this.total ? now * (1 / this.factor) : now;
  }

  protected override rateAt(_: number, base: number): number {
    return this.lastEpoch < this.total ? base * this.factor : base;
  }
}

/** Falls to 0 as a power of the epochs left. https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.PolynomialLR.html */
export class PolynomialLR extends LRScheduler {
  private readonly total: number;
  private readonly power: number;

  constructor(
    optimizer: Scheduled,
    { totalIters = 5, power = 1 }: { totalIters?: number; power?: number } = {},
  ) {
    super(optimizer);
    this.total = totalIters;
    this.power = power;
    this.step();
  }

  protected rate(now: number): number {
    const { lastEpoch: epoch, total, power } = this;
    if (epoch === 0 || epoch > total) return now;
    return now * ((1 - epoch / total) / (1 - (epoch - 1) / total)) ** power;
  }

  protected override rateAt(_: number, base: number): number {
    return base * (1 - Math.min(this.total, this.lastEpoch) / this.total) ** this.power;
  }
}
