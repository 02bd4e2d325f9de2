import { formatted } from '../shared/format.ts';
import type { Params, Result } from './experiment.ts';
import type { Runner } from './runner.ts';

const names = { gradient: 'Gradient descent', momentum: 'Momentum', Newton: 'Newton' } as const;
const count = (steps: number) => `${String(steps)} ${steps === 1 ? 'step' : 'steps'}`;

/** The chosen method's rate, predicted and measured, and who arrives when. */
export function describe({ kappa }: Params, { chosen, runners }: Result): string {
  const arrivals = runners.map(({ method, steps }) => `${names[method]} ${count(steps)}`);
  const race = `To a millionth of the first distance: ${arrivals.join(', ')}.`;
  return `${rateWords(kappa, chosen)} ${race}`;
}

/** A method's settings for their readout. */
export function settingsText({ method, settings: { rate, momentum } }: Runner): string {
  if (method === 'Newton') return 'none: it asks H';
  return method === 'gradient'
    ? `η = ${formatted(rate)}`
    : `α = ${formatted(rate)}, β = ${formatted(momentum)}`;
}

function rateWords(kappa: number, runner: Runner): string {
  const { method, predicted, measured, measuredFrom, measuredTo, measuredWithoutN } = runner;
  if (method === 'Newton')
    return 'Newton lands on the minimum in one step, whatever the condition number, because it divides each slope by its own curvature.';
  if (kappa === 1)
    return 'At condition number 1 the bowl is round: the first step lands on the minimum.';
  const when = method === 'momentum' ? ' in the long run' : '';
  const span = `from step ${String(measuredFrom)} to ${String(measuredTo)}`;
  const rates = `${names[method]} is predicted to multiply the error by ${formatted(predicted)} at each step${when}; measured, as e to the slope of its logarithm ${span}, it is ${formatted(measured)}.`;
  return measuredWithoutN === null
    ? rates
    : `${rates} ${factorWords(measuredWithoutN, runner.errors)}`;
}

/** What the factor n of a double root does. */
function factorWords(withoutN: number, errors: readonly number[]): string {
  const peak = Math.max(...errors);
  const grows =
    peak > 1 ? ` At first the error even grows, to ${formatted(peak)} times the start.` : '';
  return `The error falls like n times the predicted power, more slowly at first: divided by n, it is multiplied by ${formatted(withoutN)}.${grows}`;
}
