import { ValueError } from '../../core/errors.ts';
import { halfCosine } from './cosine.ts';
import {
  groupsOf,
  LRScheduler,
  type Scheduled,
  type ScheduledGroup,
  setMomentum,
} from './scheduler.ts';

/** The options of {@link OneCycleLR}. */
export interface OneCycleOptions {
  /** How many steps the cycle has. */
  totalSteps?: number;
  /** With `stepsPerEpoch`, another way to give the total. */
  epochs?: number;
  /** How many batches an epoch has. */
  stepsPerEpoch?: number;
  /** The part of the cycle, 0 to 1, in which the rate rises; 0.3 unless said otherwise. */
  pctStart?: number;
  /** Half cosines or straight lines between the rates. */
  annealStrategy?: 'cos' | 'linear';
  /** The momentum falls while the rate rises; it does unless said otherwise. */
  cycleMomentum?: boolean;
  /** The momentum at the highest rate; 0.85 unless said otherwise. */
  baseMomentum?: number;
  /** The momentum at the ends; 0.95 unless said otherwise. */
  maxMomentum?: number;
  /** The first rate is maxLr / divFactor; 25 unless said otherwise. */
  divFactor?: number;
  /** The last rate is the first / finalDivFactor; 10⁴ unless said otherwise. */
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

/** The rise to the highest rate and the fall from it, while the momentum goes the other way. */
function phasesOf(
  total: number,
  pctStart: number,
  threePhase: boolean,
  [first, top, last]: [number, number, number],
  [low, high]: [number, number],
): Phase[] {
  const end = total - 1;
  const peak = pctStart * total - 1;
  const rise: Phase = [peak, first, top, high, low];
  if (!threePhase) return [rise, [end, top, last, low, high]];
  return [rise, [2 * pctStart * total - 2, top, first, low, high], [end, first, last, high, high]];
}

/**
 * One rise to `maxLr` and one long fall, a step for each batch (Smith and Topin, 2018).
 * Throws ValueError if the total is not given; `step` does beyond it.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.OneCycleLR.html
 */
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
    const rates: [number, number, number] = [first, maxLr, first / finalDivFactor];
    const momenta: [number, number] = [baseMomentum, maxMomentum];
    const phases = phasesOf(totalSteps, pctStart, threePhase, rates, momenta);
    const anneal = annealStrategy === 'cos' ? cosine : linear;
    const groups = groupsOf(optimizer);
    for (const group of groups) group.initialLr = first;
    super(optimizer, (_now, epoch, _base, group) => {
      if (epoch > totalSteps) {
        throw new ValueError(
          `Tried to step ${epoch} times. The specified number of total steps is ${totalSteps}`,
        );
      }
      const k = phases.findIndex(([stop]) => epoch <= stop || stop === totalSteps - 1);
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
