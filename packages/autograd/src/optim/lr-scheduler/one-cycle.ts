import { RuntimeError, ValueError } from '../../core/errors.ts';
import { LRScheduler, type Scheduled, type ScheduledGroup } from './scheduler.ts';

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

interface Phase {
  readonly end: number;
  readonly rates: readonly [number, number];
  readonly momenta: readonly [number, number];
}

type Full = Required<Omit<OneCycleOptions, 'totalSteps' | 'epochs' | 'stepsPerEpoch'>>;

function cosine(from: number, to: number, part: number): number {
  return to + ((from - to) / 2) * (Math.cos(Math.PI * part) + 1);
}

function linear(from: number, to: number, part: number): number {
  return (to - from) * part + from;
}

function phasesOf(maxLr: number, total: number, options: Full): Phase[] {
  const { pctStart, divFactor, finalDivFactor, baseMomentum, maxMomentum } = options;
  const first = maxLr / divFactor;
  const last = first / finalDivFactor;
  const peak = pctStart * total - 1;
  const rise: Phase = { end: peak, rates: [first, maxLr], momenta: [maxMomentum, baseMomentum] };
  const back: readonly [number, number] = [baseMomentum, maxMomentum];
  if (!options.threePhase) return [rise, { end: total - 1, rates: [maxLr, last], momenta: back }];
  return [
    rise,
    { end: 2 * pctStart * total - 2, rates: [maxLr, first], momenta: back },
    { end: total - 1, rates: [first, last], momenta: [maxMomentum, maxMomentum] },
  ];
}

function totalOf({ totalSteps, epochs, stepsPerEpoch }: OneCycleOptions): number {
  if (totalSteps !== undefined) return totalSteps;
  if (epochs !== undefined && stepsPerEpoch !== undefined) return epochs * stepsPerEpoch;
  throw new ValueError('You must define either total_steps OR (epochs AND steps_per_epoch)');
}

/** Momentum, or the first beta of optimisers that have betas. */
export function setMomentum(group: ScheduledGroup, momentum: number): void {
  if (group.betas === undefined) group.momentum = momentum;
  else group.betas = [momentum, group.betas[1]];
}

/** One rise and one long fall (Smith and Topin, 2018). https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.OneCycleLR.html */
export class OneCycleLR extends LRScheduler {
  private readonly phases: readonly Phase[];
  private readonly options: Full;
  private readonly total: number;

  constructor(optimizer: Scheduled, maxLr: number, options: OneCycleOptions) {
    super(optimizer);
    this.options = {
      ...{ pctStart: 0.3, annealStrategy: 'cos', cycleMomentum: true, threePhase: false },
      ...{ baseMomentum: 0.85, maxMomentum: 0.95, divFactor: 25, finalDivFactor: 1e4 },
      ...options,
    };
    this.total = totalOf(options);
    this.phases = phasesOf(maxLr, this.total, this.options);
    for (const group of this.groups) group.initialLr = maxLr / this.options.divFactor;
    this.step();
  }

  protected rate(_now: number, _base: number, group: number): number {
    const { annealStrategy, cycleMomentum } = this.options;
    if (this.lastEpoch > this.total) {
      throw new ValueError(
        `Tried to step ${this.lastEpoch} times. The specified number of total steps is ${this.total}`,
      );
    }
    const anneal = annealStrategy === 'cos' ? cosine : linear;
    let start = 0;
    for (const { end, rates, momenta } of this.phases) {
      if (this.lastEpoch <= end || end === this.total - 1) {
        const part = (this.lastEpoch - start) / (end - start);
        const target = this.groups[group] as ScheduledGroup;
        if (cycleMomentum) setMomentum(target, anneal(...momenta, part));
        return anneal(...rates, part);
      }
      start = end;
    }
    throw new RuntimeError('OneCycleLR: a cycle has at least one phase');
  }
}
