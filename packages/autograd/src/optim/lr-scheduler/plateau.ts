import { ValueError } from '../../core/errors.ts';
import { groupsOf, type Scheduled, type ScheduledGroup } from './scheduler.ts';

/** The options of {@link ReduceLROnPlateau}. */
export interface PlateauOptions {
  /** Whether the metric should fall or rise. */
  mode?: 'min' | 'max';
  /** What the rate is multiplied by, below 1; 0.1 unless said otherwise. */
  factor?: number;
  /** Epochs without improvement that are let pass; 10 unless said otherwise. */
  patience?: number;
  /** How much better than the best a metric must be; 10⁻⁴ unless said otherwise. */
  threshold?: number;
  /** Whether the threshold is a part of the best metric, as it is unless said otherwise, or a difference. */
  thresholdMode?: 'rel' | 'abs';
  /** Epochs after a change in which none is counted; 0 unless said otherwise. */
  cooldown?: number;
  /** The rate goes no lower; 0 unless said otherwise. */
  minLr?: number;
  /** Smaller changes are not made; 10⁻⁸ unless said otherwise. */
  eps?: number;
}

/**
 * Lowers the rate when a metric stops improving for more than `patience` epochs.
 * Throws ValueError unless the factor is below 1.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.ReduceLROnPlateau.html
 */
export class ReduceLROnPlateau {
  readonly #groups: readonly ScheduledGroup[];
  readonly #options: Required<PlateauOptions>;
  #best: number;
  #badEpochs = 0;
  #cooldownLeft = 0;

  constructor(optimizer: Scheduled, options: PlateauOptions = {}) {
    this.#groups = groupsOf(optimizer);
    this.#options = {
      mode: 'min',
      factor: 0.1,
      patience: 10,
      threshold: 1e-4,
      thresholdMode: 'rel',
      cooldown: 0,
      minLr: 0,
      eps: 1e-8,
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

  /** Takes the metric of an epoch, and lowers the rates if it is time. */
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
