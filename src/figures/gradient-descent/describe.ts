import { at } from '../shared/at.ts';
import { formatted } from '../shared/format.ts';
import { nearEnough, type Params, type Regime, type Result } from './experiment.ts';

/** What happened, in words. */
export function describe({ rate, start, target }: Params, result: Result): string {
  const { path, final, contraction, regime, stopped } = result;
  const factor = formatted(contraction);
  if (stopped)
    return `Diverged at step ${String(stopped.step)}: ${stopped.where} left the range of float32. Every step multiplies the distance to the target by ${factor}.`;
  const after = `After ${stepsWord(path.length)} x is ${formatted(final.x)} and the loss ${formatted(final.value)}. ${arrivalSentence(target, result)}`;
  if (start === target)
    return `It starts on the target, where the derivative is zero, and stays. ${after}`;
  if (rate === 0.5)
    return `With a rate of exactly 0.5 the first step lands on the target. ${after}`;
  return `${because[regime](factor)} ${after}`;
}

/** What stands at a step, for the status beside a picture of it. */
export function describeStep({ positions }: Result, step: number): string {
  const { x, y } = at(positions, step);
  return `x is ${formatted(x)} and the loss ${formatted(y)}.`;
}

/** What the notebook prints when it stops, with the number of steps; else how far there is still to go. */
function arrivalSentence(target: number, { arrival, final }: Result): string {
  if (arrival === null)
    return `It is ${formatted(Math.abs(final.x - target))} away from the target.`;
  return `Converged to target ${formatted(target)}: within ${formatted(nearEnough)} of it after ${stepsWord(arrival)}.`;
}

const stepsWord = (count: number): string => `${String(count)} ${count === 1 ? 'step' : 'steps'}`;

const because: Record<Regime, (factor: string) => string> = {
  converges: (factor) => `Converges: every step leaves ${factor} of the distance to the target.`,
  oscillates: (factor) =>
    `Oscillates and converges: every step crosses to the other side of the target and leaves ${factor} of the distance.`,
  'bounces forever': () =>
    'Bounces forever: every step crosses to the other side of the target and lands exactly as far away.',
  diverges: (factor) =>
    `Diverges: every step crosses to the other side of the target and multiplies the distance by ${factor}, because the rate is above 1.`,
};
