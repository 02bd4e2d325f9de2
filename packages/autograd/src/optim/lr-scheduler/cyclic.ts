import { ValueError } from '../../core/errors.ts';
import {
  groupsOf,
  LRScheduler,
  type Scheduled,
  type ScheduledGroup,
  setMomentum,
} from './scheduler.ts';

/** The options of {@link CyclicLR}. */
export interface CyclicOptions {
  /** Steps from the lower rate to the higher; 2000 unless said otherwise. */
  stepSizeUp?: number;
  /** Steps back; as many unless said otherwise. */
  stepSizeDown?: number;
  /** Peaks stay, halve each cycle, or shrink by `gamma` each step. */
  mode?: 'triangular' | 'triangular2' | 'exp_range';
  /** The factor of the peaks for 'exp_range'. */
  gamma?: number;
  /** The momentum falls while the rate rises; it does unless said otherwise. */
  cycleMomentum?: boolean;
  /** The momentum at the highest rate; 0.8 unless said otherwise. */
  baseMomentum?: number;
  /** The momentum at the lowest rate; 0.9 unless said otherwise. */
  maxMomentum?: number;
}

/**
 * Up and down between two rates in straight lines, a step for each batch (Smith, 2017).
 * Throws ValueError if the momentum is to cycle and the optimiser has neither momentum nor betas.
 *
 * @see https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.CyclicLR.html
 */
export class CyclicLR extends LRScheduler {
  constructor(
    optimizer: Scheduled,
    baseLr: number,
    maxLr: number,
    {
      stepSizeUp = 2000,
      stepSizeDown = stepSizeUp,
      mode = 'triangular',
      gamma = 1,
      cycleMomentum = true,
      baseMomentum = 0.8,
      maxMomentum = 0.9,
    }: CyclicOptions = {},
  ) {
    const groups = groupsOf(optimizer);
    if (cycleMomentum && !groups.every((g) => 'momentum' in g || 'betas' in g)) {
      throw new ValueError('optimizer must support momentum with `cycle_momentum` option enabled');
    }
    for (const group of groups) group.initialLr = baseLr;
    const length = stepSizeUp + stepSizeDown;
    const ratio = stepSizeUp / length;
    super(optimizer, (_now, epoch, _base, group) => {
      const cycle = Math.floor(1 + epoch / length);
      const x = 1 + epoch / length - cycle;
      const part = x <= ratio ? x / ratio : (x - 1) / (ratio - 1);
      const peaks = { triangular: 1, triangular2: 0.5 ** (cycle - 1), exp_range: gamma ** epoch };
      const towards = (from: number, to: number) => from + (to - from) * part * peaks[mode];
      if (cycleMomentum) {
        setMomentum(groups[group] as ScheduledGroup, towards(maxMomentum, baseMomentum));
      }
      return towards(baseLr, maxLr);
    });
  }
}
