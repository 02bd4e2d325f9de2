/** Why a run failed, as far as its settings tell. */

import { at } from '../shared/at.ts';
import { formatted } from '../shared/format.ts';
import { readEdits } from './edits.ts';
import type { Params, Result } from './experiment.ts';

/** The loss is so many times what it was at the start: it diverges. */
export const divergence = 100;

/** The first step whose loss is that large, if the last is; null otherwise. */
export function divergedAt(result: Pick<Result, 'losses'>): number | null {
  const { train } = at(result.losses, -1);
  return train > limitOf(result) ? passedAt(result) : null;
}

const limitOf = ({ losses }: Pick<Result, 'losses'>): number => divergence * at(losses, 0).train;

/** −1 where no loss was that large. */
const passedAt = (result: Pick<Result, 'losses'>): number =>
  result.losses.findIndex(({ train }) => train > limitOf(result));

/** Why the numbers grow. */
export function growthCause(params: Params, result: Result): string {
  const passed = passedAt(result);
  if (readEdits(params.edits).entries?.some(({ step }) => step === passed))
    return `The weight changed by hand at step ${String(passed)} made the loss so large.`;
  const { optimizer, rate, l2, loss, batch } = params;
  const shrink = 1 - rate * Number(l2);
  const [η, λ] = [formatted(rate), formatted(Number(l2))];
  if (shrink < -1 && (optimizer === 'sgd' || optimizer === 'adamw'))
    return `Weight decay alone multiplies each weight by 1 − ηλ = 1 − ${η} · ${λ} = ${formatted(shrink)} in each step, so that they change sign and grow. Stable is ηλ < 2.`;
  if (shrink < -1 && (optimizer === 'momentum' || optimizer === 'nesterov'))
    return `The weight decay is too strong for this rate: ηλ = ${formatted(rate * Number(l2))} pulls each weight past 0 and beyond.`;
  if (loss === 'squared' && batch === 1 && optimizer === 'sgd')
    return `A step on one point changes its error by the factor 1 − 2η‖∂ŷ/∂θ‖², to first order. The bias of the output alone gives ‖∂ŷ/∂θ‖² ≥ 1, so that with η = ${η} the factor is ${formatted(1 - 2 * rate)} or less${rate >= 1 ? ': each step overshoots' : ''}. A smaller rate mends it.`;
  return `The learning rate ${η} is too large here: each step overshoots by more than the last one. A smaller rate mends it.`;
}

/** Why the loss has hardly fallen; null where the settings do not tell. */
export function standstillCause(params: Params, { quiet }: Result): string | null {
  const { init, layers, activation, features, data } = params;
  if (init === 'zeros' && layers !== 'none')
    return 'All weights start at 0, so that no unit differs from another and no gradient reaches the hidden layers: only the last bias learns.';
  if (layers === 'none' || activation === 'identity') return linearCause(features, data);
  if (quiet.length > 0)
    return 'The quiet units pass no gradient: another seed, another initialisation or a smaller rate may keep them alive.';
  return null;
}

function linearCause(features: string, data: string): string {
  if (features === 'xy')
    return 'Without a hidden layer of curved units the boundary is a straight line, and no line separates these points.';
  if (features === 'xyp' && data === 'circles')
    return 'Without a hidden layer of curved units the boundary is a curve w₁x + w₂y + w₃xy + b = 0, a hyperbola or a line, and none goes round a circle.';
  return 'Without a hidden layer of curved units the boundary is one simple curve in the chosen inputs.';
}
