import { ValueError } from '../../core/errors.ts';
import { halfCosine } from './cosine.ts';
import {
  groupsOf,
  LRScheduler,
  type Scheduled,
  type ScheduledGroup,
  setMomentum,
} from './scheduler.ts';

export interface OneCycleOptions {
  totalSteps?: number;
  /** With `stepsPerEpoch`, another way to give the total. */
  epochs?: number;
  stepsPerEpoch?: number;
  /** The part of the cycle in which the rate rises. */
  pctStart?: number;
  annealStrategy?: 'cos' | 'linear';
  /** The momentum falls while the rate rises. */
  cycleMomentum?: boolean;
  baseMomentum?: number;
  maxMomentum?: number;
  /** The first rate is maxLr / divFactor, the last one that / finalDivFactor. */
  divFactor?: number;
  finalDivFactor?: number;
  /** Falls as it rose, and only then to the last rate. */
  threePhase?: boolean;
}

/** Where a phase ends, and the rates and momenta at its ends. */
type Phase = readonly [
  end: number,
  rate: number,
  lastRate: number,
  momentum: number,
  lastMomentum: number,
];

function linear(from: number, to: number, part: number): number {
  return (to - from) * part + from;
}

function cosine(from: number, to: number, part: number): number {
  return halfCosine(from, to, Math.PI * part);
}

/** One rise and one long fall (Smith and Topin, 2018). https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.OneCycleLR.html */
export class OneCycleLR extends LRScheduler {
  constructor(
    optimizer: Scheduled,
    maxLr: number,
    {
      epochs = NaN,
      stepsPerEpoch = NaN,
      totalSteps = epochs * stepsPerEpoch,
      pctStart = 0.3,
      annealStrategy = 'cos',
      cycleMomentum = true,
      baseMomentum = 0.85,
      maxMomentum = 0.95,
      divFactor = 25,
      finalDivFactor = 1e4,
      threePhase = false,
    }: OneCycleOptions,
  ) {
    if (Number.isNaN(totalSteps)) {
      throw new ValueError('You must define either total_steps OR (epochs AND steps_per_epoch)');
    }
    const first = maxLr / divFactor;
    const last = first / finalDivFactor;
    const end = totalSteps - 1;
    const peak = pctStart * totalSteps - 1;
    const [low, high] = [baseMomentum, maxMomentum];
    const fall: Phase[] = threePhase
      ? [
          [2 * pctStart * totalSteps - 2, maxLr, first, low, high],
          [end, first, last, high, high],
        ]
      : [[end, maxLr, last, low, high]];
    const phases: Phase[] = [[peak, first, maxLr, high, low], ...fall];
    const anneal = annealStrategy === 'cos' ? cosine : linear;
    const groups = groupsOf(optimizer);
    for (const group of groups) group.initialLr = first;
    super(optimizer, (_now, epoch, _base, group) => {
      if (epoch > totalSteps) {
        throw new ValueError(
          `Tried to step ${epoch} times. The specified number of total steps is ${totalSteps}`,
        );
      }
      const k = phases.findIndex(([stop]) => epoch <= stop || stop === end);
      const [stop, rate, lastRate, momentum, lastMomentum] = phases[k] as Phase;
      const start = phases[k - 1]?.[0] ?? 0;
      const part = (epoch - start) / (stop - start);
      if (cycleMomentum) {
        setMomentum(groups[group] as ScheduledGroup, anneal(momentum, lastMomentum, part));
      }
      return anneal(rate, lastRate, part);
    });
  }
}
