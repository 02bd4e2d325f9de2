/** What a scheduler needs of a group of parameters. */
export interface ScheduledGroup {
  lr: number;
  initialLr?: number;
  momentum?: number;
  betas?: readonly [number, number];
}

type StartedGroup = ScheduledGroup & { initialLr: number };

/** An optimiser, seen from a scheduler. */
export interface Scheduled {
  readonly paramGroups: readonly object[];
}

/** The groups of an optimiser, each with the rate it started with. */
export function groupsOf({ paramGroups }: Scheduled): StartedGroup[] {
  const groups = paramGroups as readonly ScheduledGroup[];
  for (const group of groups) group.initialLr ??= group.lr;
  return groups as StartedGroup[];
}

/**
 * Changes the learning rates of an optimiser: call `step()` after the optimiser's, once an epoch.
 * Making a scheduler sets the rates of epoch 0.
 *
 * @see https://docs.pytorch.org/docs/stable/optim.html#how-to-adjust-learning-rate
 */
export abstract class LRScheduler {
  readonly baseLrs: readonly number[];
  /** The epoch that the rates are for. */
  lastEpoch = -1;
  protected readonly groups: readonly ScheduledGroup[];

  constructor(optimizer: Scheduled) {
    const groups = groupsOf(optimizer);
    this.groups = groups;
    this.baseLrs = groups.map(({ initialLr }) => initialLr);
  }

  /** The next rate of a group, from the rate it has now and the one it started with. */
  protected abstract rate(now: number, base: number, group: number): number;

  /** The rate at an epoch jumped to; where it has no formula of its own, as for the next epoch. */
  protected rateAt(now: number, base: number, group: number): number {
    return this.rate(now, base, group);
  }

  /** Goes to the next epoch, or to a given one. */
  step(epoch?: number): void {
    this.lastEpoch = epoch ?? this.lastEpoch + 1;
    this.groups.forEach((group, i) => {
      const base = this.baseLrs[i] as number;
      group.lr =
        epoch === undefined ? this.rate(group.lr, base, i) : this.rateAt(group.lr, base, i);
    });
  }

  /** The rates that are set now. */
  getLastLr(): number[] {
    return this.groups.map(({ lr }) => lr);
  }
}
