import { at } from '../shared/at.ts';
import type { LayerNorms } from './pass.ts';
import type { Theory } from './theory.ts';

export type Verdict = 'vanishes' | 'explodes' | 'flows' | 'dies';

/** How the gradient's norm changes between the last layer and the first. */
export interface Flow {
  verdict: Verdict;
  /** ‖∂loss/∂h₁‖ and ‖∂loss/∂h_L‖ */
  first: number;
  last: number;
  /** The first over the last; null where both are 0. */
  ratio: number | null;
  /** Its share for each layer on the way, measured and predicted; null for a single layer. */
  factor: number | null;
  predictedFactor: number | null;
  /** The first layer of which every unit answers 0 to the whole batch. */
  deadLayer: number | null;
}

/** A ratio beyond this, either way, is no longer called a flow. */
export const tolerated = 100;

export function flowOf(layers: readonly LayerNorms[], { gains }: Theory): Flow {
  const { gradient: first } = at(layers, 0);
  const { gradient: last } = at(layers, -1);
  const ratio = last > 0 ? first / last : null;
  const steps = layers.length - 1;
  const predicted = gains.slice(1).reduce((product, gain) => product * gain, 1);
  const perLayer = (whole: number | null): number | null =>
    whole === null || steps === 0 ? null : whole ** (1 / steps);
  return {
    verdict: verdictOf(ratio),
    first,
    last,
    ratio,
    factor: perLayer(ratio),
    predictedFactor: perLayer(predicted),
    deadLayer: layers.find(({ dead }) => dead === 1)?.layer ?? null,
  };
}

function verdictOf(ratio: number | null): Verdict {
  if (ratio === null || ratio === 0) return 'dies';
  if (ratio < 1 / tolerated) return 'vanishes';
  return ratio > tolerated ? 'explodes' : 'flows';
}
