import { ValueError } from '../../core/errors.ts';
import { groupsOf, type Scheduled, type ScheduledGroup } from './scheduler.ts';

export interface PlateauOptions {
  /** Whether the metric should fall or rise. */
  mode?: 'min' | 'max';
  factor?: number;
  /** Epochs without improvement that are let pass. */
  patience?: number;
  threshold?: number;
  thresholdMode?: 'rel' | 'abs';
  /** Epochs after a change in which none is counted. */
  cooldown?: number;
  minLr?: number;
  /** Smaller changes are not made. */
  eps?: number;
}

/** Lowers the rate when a metric stops improving. https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.ReduceLROnPlateau.html */
export class ReduceLROnPlateau {
  readonly #groups: readonly ScheduledGroup[];
  readonly #options: Required<PlateauOptions>;
  #best: number;
  #badEpochs = 0;
  #cooldownLeft = 0;

  constructor(optimizer: Scheduled, options: PlateauOptions = {}) {
    this.#groups = groupsOf(optimizer);
    this.#options = {
      ...{ mode: 'min', factor: 0.1, patience: 10, threshold: 1e-4, thresholdMode: 'rel' },
      ...{ cooldown: 0, minLr: 0, eps: 1e-8 },
      ...options,
    };
    if (this.#options.factor >= 1) throw new ValueError('Factor should be < 1.0.');
    this.#best = this.#options.mode === 'min' ? Infinity : -Infinity;
  }

  #improves(metric: number): boolean {
    const { mode, threshold, thresholdMode } = this.#options;
    const sign = mode === 'min' ? -1 : 1;
    if (thresholdMode === 'abs') return sign * (metric - this.#best) > threshold;
    return sign * (metric - this.#best * (1 + sign * threshold)) > 0;
  }

  /** Takes the metric of an epoch. */
  step(metric: number): void {
    const { patience, cooldown, factor, minLr, eps } = this.#options;
    this.#badEpochs++;
    if (this.#improves(metric)) {
      this.#best = metric;
      this.#badEpochs = 0;
    }
    if (this.#cooldownLeft > 0) {
      this.#cooldownLeft--;
      this.#badEpochs = 0;
    }
    if (this.#badEpochs <= patience) return;
    this.#cooldownLeft = cooldown;
    this.#badEpochs = 0;
    for (const group of this.#groups) {
      const lower = Math.max(group.lr * factor, minLr);
      if (group.lr - lower > eps) group.lr = lower;
    }
  }
}
