import type { Work } from './contract.ts';

/** Does all of the work at once and gives its result: what `run` is for a figure that has `work`. */
export function exhaust<Result>(work: Work<Result>): Result {
  let turn = work.next();
  while (turn.done !== true) turn = work.next();
  return turn.value;
}
