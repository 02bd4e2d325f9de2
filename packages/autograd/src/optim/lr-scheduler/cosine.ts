import { LRScheduler, type Scheduled } from './scheduler.ts';

/** Half a cosine from the first rate to `etaMin` in `tMax` epochs, and back. https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.CosineAnnealingLR.html */
export class CosineAnnealingLR extends LRScheduler {
  private readonly tMax: number;
  private readonly etaMin: number;

  constructor(optimizer: Scheduled, tMax: number, { etaMin = 0 }: { etaMin?: number } = {}) {
    super(optimizer);
    this.tMax = tMax;
    this.etaMin = etaMin;
    this.step();
  }

  protected rate(now: number, base: number): number {
    const { lastEpoch: epoch, tMax, etaMin } = this;
    if (epoch === 0) return now;
    const height = (t: number) => 1 + Math.cos((Math.PI * t) / tMax);
    if ((epoch - 1 - tMax) % (2 * tMax) === 0)
      return now + ((base - etaMin) * height(tMax - 1)) / 2;
    return (height(epoch) / height(epoch - 1)) * (now - etaMin) + etaMin;
  }

  protected override rateAt(_: number, base: number): number {
    const height = 1 + Math.cos((Math.PI * this.lastEpoch) / this.tMax);
    return this.etaMin + ((base - this.etaMin) * height) / 2;
  }
}

export interface WarmRestartOptions {
  /** How much longer each period is than the one before. */
  tMult?: number;
  etaMin?: number;
}

/** Half a cosine again and again (Loshchilov and Hutter, 2017). https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.CosineAnnealingWarmRestarts.html */
export class CosineAnnealingWarmRestarts extends LRScheduler {
  private readonly tMult: number;
  private readonly etaMin: number;
  private period: number;
  private elapsed = -1;

  constructor(
    optimizer: Scheduled,
    t0: number,
    { tMult = 1, etaMin = 0 }: WarmRestartOptions = {},
  ) {
    super(optimizer);
    this.tMult = tMult;
    this.etaMin = etaMin;
    this.period = t0;
    this.step();
  }

  override step(): void {
    this.elapsed++;
    if (this.elapsed >= this.period) {
      this.elapsed -= this.period;
      this.period *= this.tMult;
    }
    super.step();
  }

  protected rate(_: number, base: number): number {
    const height = 1 + Math.cos((Math.PI * this.elapsed) / this.period);
    return this.etaMin + ((base - this.etaMin) * height) / 2;
  }
}
