import { formatted } from '../shared/format.ts';
import type { Params, Regime, Result } from './experiment.ts';

/** What happened, in words. */
export function describe({ rate, start, target }: Params, result: Result): string {
  const { path, final, contraction, regime, stopped } = result;
  const factor = formatted(contraction);
  if (stopped)
    return `Diverged at step ${String(stopped.step)}: ${stopped.where} left the range of float32. Every step multiplies the distance to the target by ${factor}.`;
  const after = `After ${String(path.length)} ${path.length === 1 ? 'step' : 'steps'} x is ${formatted(final.x)} and the loss ${formatted(final.value)}.`;
  if (start === target)
    return `It starts on the target, where the slope is zero, and stays. ${after}`;
  if (rate === 0.5)
    return `With a rate of exactly 0.5 the first step lands on the target. ${after}`;
  return `${because[regime](factor)} ${after}`;
}

const because: Record<Regime, (factor: string) => string> = {
  converges: (factor) => `Converges: every step leaves ${factor} of the distance to the target.`,
  oscillates: (factor) =>
    `Oscillates and converges: every step crosses to the other side of the target and leaves ${factor} of the distance.`,
  'bounces forever': () =>
    'Bounces forever: every step crosses to the other side of the target and lands exactly as far away.',
  diverges: (factor) =>
    `Diverges: every step crosses to the other side of the target and multiplies the distance by ${factor}, because the rate is above 1.`,
};
