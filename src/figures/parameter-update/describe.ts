import { formatted } from '../shared/format.ts';
import type { Params, Result } from './experiment.ts';

/** What the update did, in words. */
export function describe(_params: Params, result: Result): string {
  if (result.lossBefore === 0)
    return 'All three are zero already: every gradient is zero and nothing moves.';
  return `${change(result)} The update multiplies all three parameters by the same 1 − 2η = ${formatted(result.factor)}.`;
}

function change({ lossBefore, lossAfter, factor }: Result): string {
  const before = formatted(lossBefore);
  if (Math.abs(factor) === 1)
    return `The loss stays at ${before}: each parameter lands at its own mirror image.`;
  return Math.abs(factor) < 1
    ? `The loss falls from ${before} to ${formatted(lossAfter)}.`
    : `The loss rises from ${before} to ${formatted(lossAfter)}: the rate is above 1 and the step overshoots.`;
}
