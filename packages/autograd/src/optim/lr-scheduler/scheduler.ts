/** What a scheduler needs of a group of parameters. */
export interface ScheduledGroup {
  /** The rate now. */
  lr: number;
  /** The rate it started with. */
  initialLr?: number;
  /** What CyclicLR and OneCycleLR move against the rate, unless there are betas. */
  momentum?: number;
  /** Of these they move the first. */
  betas?: readonly [number, number];
}

type StartedGroup = ScheduledGroup & { initialLr: number };

/** An optimiser, seen from a scheduler. */
export interface Scheduled {
  /** Its {@link ScheduledGroup}s. */
  readonly paramGroups: readonly object[];
}

/** The groups of an optimiser, each with the rate it started with. */
export function groupsOf({ paramGroups }: Scheduled): StartedGroup[] {
  const groups = paramGroups as readonly ScheduledGroup[];
  for (const group of groups) group.initialLr ??= group.lr;
  return groups as StartedGroup[];
}

/** Sets the momentum, or the first beta of optimisers that have betas. */
export function setMomentum(group: ScheduledGroup, momentum: number): void {
  if (group.betas === undefined) group.momentum = momentum;
  else group.betas = [momentum, group.betas[1]];
}

/** The rate of a group (by number) at the next epoch, from the rate it has now and the one it started with. */
export type NextRate = (now: number, epoch: number, base: number, group: number) => number;

/** The rate at an epoch jumped to. */
export type RateAt = (base: number, epoch: number) => number;

/**
 * Changes the learning rates of an optimiser: call `step()` after the optimiser's, once an epoch.
 * Making a scheduler sets the rates of epoch 0.
 *
 * @see https://docs.pytorch.org/docs/stable/optim.html#how-to-adjust-learning-rate
 */
export abstract class LRScheduler {
  /** The rates that the groups started with. */
  readonly baseLrs: readonly number[];
  /** The epoch that the rates are for. */
  lastEpoch = -1;
  readonly #groups: readonly ScheduledGroup[];
  readonly #next: NextRate;
  readonly #at: RateAt | undefined;

  /** Without `at`, an epoch jumped to has the rate that it would have as the next one. */
  constructor(optimizer: Scheduled, next: NextRate, at?: RateAt) {
    const groups = groupsOf(optimizer);
    this.#groups = groups;
    this.baseLrs = groups.map(({ initialLr }) => initialLr);
    this.#next = next;
    this.#at = at;
    this.step();
  }

  /** Goes to the next epoch, or to a given one. */
  step(epoch?: number): void {
    const now = epoch ?? this.lastEpoch + 1;
    this.lastEpoch = now;
    this.#groups.forEach((group, i) => {
      const base = this.baseLrs[i] as number;
      const jumps = epoch !== undefined && this.#at !== undefined;
      group.lr = jumps ? this.#at(base, now) : this.#next(group.lr, now, base, i);
    });
  }

  /** The rates that are set now, one for each group. */
  getLastLr(): number[] {
    return this.#groups.map(({ lr }) => lr);
  }
}
