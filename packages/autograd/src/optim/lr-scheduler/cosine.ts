import { ValueError } from '../../core/errors.ts';
import { LRScheduler, type Scheduled } from './scheduler.ts';

/** Half a cosine between two values, at an angle from 0 to π. */
export function halfCosine(from: number, to: number, angle: number): number {
  return to + ((from - to) * (1 + Math.cos(angle))) / 2;
}

/**
 * Half a cosine from the first rate to `etaMin` in `tMax` epochs, and back:
 * etaMin + (first − etaMin)(1 + cos(π epoch / tMax)) / 2 (Loshchilov and Hutter, 2017).
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.CosineAnnealingLR.html
 */
export class CosineAnnealingLR extends LRScheduler {
  constructor(optimizer: Scheduled, tMax: number, { etaMin = 0 }: { etaMin?: number } = {}) {
    const at = (base: number, epoch: number, end = etaMin) =>
      halfCosine(base, end, (Math.PI * epoch) / tMax);
    super(
      optimizer,
      (now, epoch, base) => {
        if (epoch === 0) return now;
        if ((epoch - 1 - tMax) % (2 * tMax) === 0) return now + at(base - etaMin, tMax - 1, 0);
        return (at(2, epoch, 0) / at(2, epoch - 1, 0)) * (now - etaMin) + etaMin;
      },
      at,
    );
  }
}

/** The options of {@link CosineAnnealingWarmRestarts}. */
export interface WarmRestartOptions {
  /** How many times longer each period is than the one before; 1 unless said otherwise. */
  tMult?: number;
  /** The rate at the end of a period; 0 unless said otherwise. */
  etaMin?: number;
}

/**
 * Half a cosine from the first rate to `etaMin` again and again, first in `t0` epochs (Loshchilov and Hutter,
 * 2017). Throws ValueError unless t0 > 0 and tMult ≥ 1.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.CosineAnnealingWarmRestarts.html
 */
export class CosineAnnealingWarmRestarts extends LRScheduler {
  constructor(
    optimizer: Scheduled,
    t0: number,
    { tMult = 1, etaMin = 0 }: WarmRestartOptions = {},
  ) {
    if (!(t0 > 0)) throw new ValueError(`Expected positive integer T_0, but got ${t0}`);
    if (!(tMult >= 1)) throw new ValueError(`Expected integer T_mult >= 1, but got ${tMult}`);
    super(optimizer, (_, epoch, base) => {
      let elapsed = epoch;
      let period = t0;
      while (elapsed >= period) {
        elapsed -= period;
        period *= tMult;
      }
      return halfCosine(base, etaMin, (Math.PI * elapsed) / period);
    });
  }
}
