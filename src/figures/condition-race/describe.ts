import type { Params, Result } from './experiment.ts';
import type { Runner } from './runner.ts';
import { printed } from '../shared/program.ts';

const words = (value: number) => printed(value, '.4g');
const names = { gradient: 'Gradient descent', momentum: 'Momentum', Newton: 'Newton' } as const;
const count = (steps: number) => `${String(steps)} ${steps === 1 ? 'step' : 'steps'}`;

/** The chosen method's rate, predicted and measured, and who arrives when. */
export function describe({ kappa }: Params, { chosen, runners }: Result): string {
  const arrivals = runners.map(({ method, steps }) => `${names[method]} ${count(steps)}`);
  const race = `To a millionth of the first distance: ${arrivals.join(', ')}.`;
  return `${rate(kappa, chosen)} ${race}`;
}

function rate(kappa: number, runner: Runner): string {
  const { method, predicted, measured, measuredFrom, measuredTo, measuredWithoutN } = runner;
  if (method === 'Newton')
    return 'Newton lands on the minimum in one step, whatever the condition number, because it divides each slope by its own curvature.';
  if (kappa === 1)
    return 'At condition number 1 the bowl is round: the first step lands on the minimum.';
  const span = `from step ${String(measuredFrom)} to ${String(measuredTo)}`;
  const facts = `${names[method]} is predicted to multiply the error by ${words(predicted)} at each step; measured ${span} it is ${words(measured)}.`;
  if (measuredWithoutN === null) return facts;
  const peak = Math.max(...runner.errors);
  const grows =
    peak > 1 ? ` At first the error even grows, to ${words(peak)} times the start.` : '';
  return `${facts} The error falls like n times the predicted power, more slowly at first: divided by n, it is multiplied by ${words(measuredWithoutN)}.${grows}`;
}
