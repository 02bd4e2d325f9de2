/**
 * Training that can be taken up again: whoever asks for the same run at a later step goes on where it
 * stands, so that a run that was played need not be computed twice. The same numbers either way.
 */

import type { Params } from './params.ts';
import { Trainer } from './trainer.ts';

const known: { key: string; trainer: Trainer }[] = [];
const kept = 3;

const keyOf = (params: Params): string => JSON.stringify({ ...params, step: 0 });

/** Whether two settings are places along one run. */
export const isSameRun = (a: Params, b: Params): boolean => a === b || keyOf(a) === keyOf(b);

/** A run of these parameters that has taken at most so many steps. */
export function resume(params: Params): Trainer {
  const key = keyOf(params);
  const index = known.findIndex((one) => one.key === key && one.trainer.steps <= params.step);
  const found = known[index] ?? { key, trainer: new Trainer(params) };
  if (index !== -1) known.splice(index, 1);
  known.unshift(found);
  known.length = Math.min(known.length, kept);
  return found.trainer;
}
