import { ValueError } from '../../core/errors.ts';
import { groupsOf, type LRScheduler, type Scheduled } from './scheduler.ts';

/**
 * One scheduler after the other: each milestone is the epoch at which the next begins with its epoch 0.
 * Throws ValueError unless there is one scheduler more than milestones.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.SequentialLR.html
 */
export class SequentialLR {
  readonly #schedulers: readonly LRScheduler[];
  readonly #milestones: readonly number[];
  /** The epoch that the rates are for. */
  lastEpoch = 0;

  constructor(
    optimizer: Scheduled,
    schedulers: readonly LRScheduler[],
    { milestones }: { milestones: readonly number[] },
  ) {
    const [first] = schedulers;
    if (first === undefined || milestones.length !== schedulers.length - 1) {
      throw new ValueError(
        'Sequential Schedulers expects number of schedulers provided to be one more than the number ' +
          `of milestone points, but got number of schedulers ${schedulers.length} and the number of ` +
          `milestones to be equal to ${milestones.length}`,
      );
    }
    this.#schedulers = schedulers;
    this.#milestones = milestones;
    // Making the schedulers stepped all of them; only the first one's step stands.
    for (const group of groupsOf(optimizer)) group.lr = group.initialLr;
    for (const scheduler of schedulers) scheduler.lastEpoch--;
    first.step();
  }

  /** Goes to the next epoch. */
  step(): void {
    this.lastEpoch++;
    const index = this.#milestones.filter((milestone) => milestone <= this.lastEpoch).length;
    const starts = this.#milestones.includes(this.lastEpoch);
    (this.#schedulers[index] as LRScheduler).step(starts ? 0 : undefined);
  }
}

/**
 * Several schedulers of one optimiser at once, each changing the rates that the one before left.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.ChainedScheduler.html
 */
export class ChainedScheduler {
  readonly #schedulers: readonly LRScheduler[];

  constructor(schedulers: readonly LRScheduler[]) {
    this.#schedulers = schedulers;
  }

  /** Goes to the next epoch with all of them. */
  step(): void {
    for (const scheduler of this.#schedulers) scheduler.step();
  }
}
