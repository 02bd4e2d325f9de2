import type { Params, Regime, Result } from './experiment.ts';
import { printed } from '../shared/program.ts';

const words = (value: number) => printed(value, '.4g');

/** What happened, in words. */
export function describe({ rate, start, target }: Params, result: Result): string {
  const { path, final, contraction, regime, stopped } = result;
  const after = `After ${String(path.length)} ${path.length === 1 ? 'step' : 'steps'} x is ${words(final.x)} and the loss ${words(final.value)}.`;
  if (stopped)
    return `Diverged at step ${String(stopped.step)}: ${stopped.where} left the range of float32. Every step multiplies the distance to the target by ${words(contraction)}.`;
  if (start === target)
    return `It starts on the target, where the slope is zero, and stays. ${after}`;
  if (rate === 0.5)
    return `With a rate of exactly 0.5 the first step lands on the target. ${after}`;
  const factor = words(contraction);
  const because: Record<Regime, string> = {
    converges: `Converges: every step leaves ${factor} of the distance to the target.`,
    oscillates: `Oscillates and converges: every step crosses to the other side of the target and leaves ${factor} of the distance.`,
    'bounces forever':
      'Bounces forever: every step crosses to the other side of the target and lands exactly as far away.',
    diverges: `Diverges: every step crosses to the other side of the target and multiplies the distance by ${factor}, because the rate is above 1.`,
  };
  return `${because[regime]} ${after}`;
}
