import { ValueError } from '../../core/errors.ts';
import { setMomentum } from './one-cycle.ts';
import { LRScheduler, type Scheduled, type ScheduledGroup } from './scheduler.ts';

export interface CyclicOptions {
  stepSizeUp?: number;
  stepSizeDown?: number;
  /** Peaks stay, halve each cycle, or shrink by `gamma` each step. */
  mode?: 'triangular' | 'triangular2' | 'exp_range';
  gamma?: number;
  cycleMomentum?: boolean;
  baseMomentum?: number;
  maxMomentum?: number;
}

/** Up and down between two rates (Smith, 2017). https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.CyclicLR.html */
export class CyclicLR extends LRScheduler {
  private readonly low: number;
  private readonly high: number;
  private readonly options: Required<CyclicOptions>;

  constructor(optimizer: Scheduled, baseLr: number, maxLr: number, options: CyclicOptions = {}) {
    super(optimizer);
    const { stepSizeUp = 2000, stepSizeDown = stepSizeUp } = options;
    this.low = baseLr;
    this.high = maxLr;
    this.options = {
      ...{ mode: 'triangular', gamma: 1, cycleMomentum: true, baseMomentum: 0.8, maxMomentum: 0.9 },
      ...options,
      stepSizeUp,
      stepSizeDown,
    };
    if (this.options.cycleMomentum && !this.groups.every((g) => 'momentum' in g || 'betas' in g)) {
      throw new ValueError('optimizer must support momentum with `cycle_momentum` option enabled');
    }
    for (const group of this.groups) group.initialLr = baseLr;
    this.step();
  }

  /** How far this step is towards the peak, and how high the peak is now; both from 0 to 1. */
  private heights(): { part: number; peak: number } {
    const { stepSizeUp, stepSizeDown, mode, gamma } = this.options;
    const length = stepSizeUp + stepSizeDown;
    const ratio = stepSizeUp / length;
    const cycle = Math.floor(1 + this.lastEpoch / length);
    const x = 1 + this.lastEpoch / length - cycle;
    const part = x <= ratio ? x / ratio : (x - 1) / (ratio - 1);
    if (mode === 'triangular') return { part, peak: 1 };
    return { part, peak: mode === 'triangular2' ? 0.5 ** (cycle - 1) : gamma ** this.lastEpoch };
  }

  protected rate(_now: number, _base: number, group: number): number {
    const { part, peak } = this.heights();
    const { cycleMomentum, baseMomentum, maxMomentum } = this.options;
    if (cycleMomentum) {
      const momentum = maxMomentum - (maxMomentum - baseMomentum) * part * peak;
      setMomentum(this.groups[group] as ScheduledGroup, momentum);
    }
    return this.low + (this.high - this.low) * part * peak;
  }
}
