import { formatted } from '../shared/format.ts';
import { vectorText } from '../shared/text.ts';
import type { Params, Result } from './experiment.ts';
import type { PrincipalAxes } from './principal-axes.ts';

/** What the eigenvalues say, where Newton's step leads, what κ means, and the curvature along u. */
export function describe({ angle }: Params, result: Result): string {
  return [
    verdictWords(result),
    conditionWords(result),
    stepWords(result),
    directionWords(angle, result),
  ]
    .filter(Boolean)
    .join(' ');
}

/** The condition number for its readout, or why there is none. */
export const conditionText = ({ axes, condition }: PrincipalAxes): number | string =>
  condition ?? (isZero(axes) ? 'not defined: H is zero' : 'infinite: H is singular');

/** Newton's step for its readout, or why there is none. */
export const newtonText = ({ newton }: Result): string =>
  newton ? vectorText([newton.by.x, newton.by.y]) : 'none alone: H is singular';

const isZero = (axes: PrincipalAxes['axes']): boolean =>
  axes.every(({ eigenvalue }) => eigenvalue === 0);

function verdictWords({ verdict, axes }: Result): string {
  switch (verdict) {
    case 'minimum':
      return 'A minimum: both eigenvalues are positive, the loss bends upwards in every direction, and Newton’s step lands at the bottom.';
    case 'maximum':
      return 'A maximum: both eigenvalues are negative. Newton’s step walks up to it, because it looks for a level place and not for a low one.';
    case 'saddle':
      return 'A saddle: the loss bends downwards along one axis and upwards along the other. Newton’s step walks to the saddle point, although the loss has no minimum.';
    case 'flat':
      return flatWords(axes);
  }
}

function flatWords(axes: PrincipalAxes['axes']): string {
  if (isZero(axes)) return 'Flat: H is zero, and the loss is zero everywhere.';
  const shape =
    axes[0].eigenvalue < 0
      ? 'a ridge: every place on a line is a maximum'
      : 'a trough: every place on a line is a minimum';
  return `Flat along one axis, ${shape}. H is singular, so Newton’s equation has no single solution.`;
}

function conditionWords({ verdict, axes, condition, ratio }: Result): string {
  if (condition === null || ratio === null)
    return isZero(axes) ? '' : 'The condition number is infinite.';
  const sizes = `The condition number ${formatted(condition)} compares the sizes of the eigenvalues; λmax/λmin itself is`;
  if (verdict === 'saddle') return `${sizes} negative: ${formatted(ratio)}.`;
  if (verdict === 'maximum') return `${sizes} ${formatted(ratio)}.`;
  return condition === 1
    ? 'The condition number is 1: the bowl is round, and straight downhill leads to its bottom.'
    : `The condition number is ${formatted(condition)}: the steepest axis bends that many times as much as the flattest.`;
}

function stepWords({ loss, newton, gradientStep }: Result): string {
  if (gradientStep === null) return 'The gradient here is zero, so neither step moves.';
  const { rate, loss: after } = gradientStep;
  const newtonWords = newton ? `, Newton’s to ${formatted(newton.loss)}` : '';
  return `A gradient step at rate ${formatted(rate)} takes the loss from ${formatted(loss)} to ${formatted(after)}${newtonWords}.`;
}

function directionWords(angle: number, { along, axes }: Result): string {
  if (isZero(axes)) return '';
  const [least, most] = axes.map(({ eigenvalue }) => formatted(eigenvalue));
  const words = `In the direction of ${formatted(angle)}° the curvature uᵀHu is ${formatted(along.curvature)}`;
  return along.eigenvector
    ? `${words}, and Hu lies along u: u is an eigenvector.`
    : `${words}, between the eigenvalues ${String(least)} and ${String(most)}.`;
}
