import type { Findings, Params } from './experiment.ts';
import type { PrincipalAxes } from './principal-axes.ts';
import { printed } from '../shared/program.ts';
import { matrixText, vectorText } from '../shared/text.ts';

const words = (value: number) => printed(value, '.4g');

/** What the readouts show. */
export interface Texts {
  gradient: string;
  hessian: string;
  eigenvalues: string;
  /** The number itself, or why there is none. */
  condition: number | string;
  newton: string;
}

export function texts(found: Findings): Texts {
  const { gradient, hessian, axes, condition, newton } = found;
  return {
    gradient: vectorText(gradient),
    hessian: matrixText(hessian),
    eigenvalues: axes.map(({ eigenvalue }) => words(eigenvalue)).join(', '),
    condition: condition ?? (isZero(axes) ? 'not defined: H is zero' : 'infinite: H is singular'),
    newton: newton ? vectorText([newton.by.x, newton.by.y]) : 'none alone: H is singular',
  };
}

const isZero = (axes: PrincipalAxes['axes']): boolean =>
  axes.every(({ eigenvalue }) => eigenvalue === 0);

/** What the eigenvalues say, where Newton's step leads, and what the condition number means. */
export function describe(_params: Params, result: Findings): string {
  return [verdict(result), condition(result), steps(result)].filter(Boolean).join(' ');
}

function verdict({ verdict, axes }: Findings): string {
  const low = axes[0].eigenvalue;
  switch (verdict) {
    case 'minimum':
      return 'A minimum: both eigenvalues are positive, the loss bends upwards in every direction, and Newton’s step lands at the bottom.';
    case 'maximum':
      return 'A maximum: both eigenvalues are negative. Newton’s step walks up to it, because it looks for a level place and not for a low one.';
    case 'saddle':
      return 'A saddle: the loss bends downwards along one axis and upwards along the other. Newton’s step walks to the saddle point, although the loss has no minimum.';
    case 'flat':
      if (isZero(axes)) return 'Flat: H is zero, and the loss is zero everywhere.';
      return low < 0
        ? 'Flat along one axis, a ridge: every place on a line is a maximum. H is singular, so Newton’s equation has no single solution.'
        : 'Flat along one axis, a trough: every place on a line is a minimum. H is singular, so Newton’s equation has no single solution.';
  }
}

function condition({ verdict, axes, condition, ratio }: Findings): string {
  if (condition === null || ratio === null)
    return isZero(axes) ? '' : 'The condition number is infinite.';
  const number = words(condition);
  if (verdict === 'saddle')
    return `The condition number ${number} compares the sizes of the eigenvalues; λmax/λmin, as the notebook divides, is negative: ${words(ratio)}.`;
  if (verdict === 'maximum')
    return `The condition number ${number} compares the sizes of the eigenvalues; λmax/λmin, as the notebook divides, is ${words(ratio)}.`;
  return condition === 1
    ? 'The condition number is 1: the bowl is round, and straight downhill leads to its bottom.'
    : `The condition number is ${number}: the steepest axis bends that many times as much as the flattest.`;
}

function steps({ loss, newton, gradientStep }: Findings): string {
  if (gradientStep === null) return 'The gradient here is zero, so neither step moves.';
  const { rate, loss: after } = gradientStep;
  return `A gradient step at rate ${words(rate)} takes the loss from ${words(loss)} to ${words(after)}${newton ? `, Newton’s to ${words(newton.loss)}` : ''}.`;
}
