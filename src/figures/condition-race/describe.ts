import { at } from '../shared/at.ts';
import { formatted } from '../shared/format.ts';
import { formattedVector } from '../shared/text.ts';
import type { Params, Result } from './experiment.ts';
import { lost } from './methods.ts';
import type { Pace, Runner } from './runner.ts';

const names = { gradient: 'Gradient descent', momentum: 'Momentum', Newton: 'Newton' } as const;
const count = (steps: number) => `${String(steps)} ${steps === 1 ? 'step' : 'steps'}`;

/** The chosen method's rate, predicted and measured, which eigenvector sets it, and who arrives when. */
export function describe({ kappa, rate }: Params, { chosen, runners }: Result): string {
  const arrivals = runners.map((runner) => `${names[runner.method]} ${arrivalText(runner)}`);
  const race = `To a millionth of the first distance: ${arrivals.join(', ')}.`;
  return `${rateWords(kappa, rate, chosen)} ${race}`;
}

export function describeStep({ chosen, start, path }: Result, step: number): string {
  const { x, y, error } = at([{ ...start, error: 1 }, ...path], step);
  return `${names[chosen.method]} stands at ${formattedVector([x, y])}, with ${formatted(error)} of the first distance left.`;
}

/** When a method has a millionth of the first distance left. */
export function arrivalText({ steps, diverged, errors }: Runner): string {
  if (steps !== null) return count(steps);
  return diverged ? 'never' : `not within ${count(errors.length - 1)}`;
}

/** A method's settings for their readout. */
export function settingsText({ method, settings: { rate, momentum } }: Runner): string {
  if (method === 'Newton') return 'none: it asks H';
  return method === 'gradient'
    ? `η = ${formatted(rate)}`
    : `η = ${formatted(rate)}, β = ${formatted(momentum)}`;
}

const paces: Record<Pace, string> = {
  flat: 'flat, λ = 1',
  steep: 'steep, λ = κ',
  both: 'both alike',
};

/** Which eigenvector sets the pace, for its readout. */
export const paceText = ({ pace }: Runner): string => paces[pace];

function rateWords(kappa: number, times: number, runner: Runner): string {
  const { method } = runner;
  if (method === 'Newton')
    return 'Newton lands on the minimum in one step, whatever the condition number, because it divides each slope by its own curvature.';
  if (kappa === 1 && times === 1)
    return 'At condition number 1 the bowl is round: the first step lands on the minimum.';
  return times === 1 ? bestWords(runner) : `${otherWords(times, runner)} ${paceWords(runner)}`;
}

/** At the best rate: predicted and measured. */
function bestWords(runner: Runner): string {
  const { method, predicted, measured, measuredFrom, measuredTo, measuredWithoutN } = runner;
  const when = method === 'momentum' ? ' in the long run' : '';
  const span = `from step ${String(measuredFrom)} to ${String(measuredTo)}`;
  const rates = `${names[method]} is predicted to multiply the error by ${formatted(predicted)} at each step${when}; measured, as e to the slope of its logarithm ${span}, it is ${formatted(measured)}.`;
  return measuredWithoutN === null
    ? `${rates} ${paceWords(runner)}`
    : `${rates} ${factorWords(measuredWithoutN, runner.errors)}`;
}

/** At another rate, which may be too large. */
function otherWords(times: number, { method, diverged, errors, predicted }: Runner): string {
  const who = `${names[method]} at ${formatted(times)} times its best rate`;
  const until = `the distance passed ${String(lost)} times the first at step ${String(errors.length - 1)}`;
  if (diverged) return `${who} diverges: ${until}.`;
  return `${who} multiplies the error by ${formatted(predicted)} at each step in the long run.`;
}

/** The two factors, and the larger of them. */
function paceWords({ pace, rates: [flat, steep] }: Runner): string {
  if (pace === 'both')
    return `Along both eigenvectors the error is multiplied by ${formatted(flat)} in size.`;
  const factors = `${formatted(flat)} along the flat eigenvector, ${formatted(steep)} along the steep one`;
  return `The factors are ${factors}: the ${pace} one sets the pace.`;
}

/** What the factor k of a double root does. */
function factorWords(withoutN: number, errors: readonly number[]): string {
  const peak = Math.max(...errors);
  const grows =
    peak > 1 ? ` At first the error even grows, to ${formatted(peak)} times the start.` : '';
  return `After k steps the error is like k times the k-th power of the predicted rate, which falls more slowly at first: divided by k, it is multiplied by ${formatted(withoutN)} at each step.${grows}`;
}
