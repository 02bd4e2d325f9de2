import type { Work } from './contract.ts';

/** Does all of the work at once and gives its result: what `run` is for a figure that has `work`. */
export function exhaust<Result>(work: Work<Result>): Result {
  let turn = work.next();
  while (turn.done !== true) turn = work.next();
  return turn.value;
}

/** A piece of a larger work, told as its share of the whole. */
export function* part<Result>(
  { from, to }: { from: number; to: number },
  piece: Work<Result>,
): Work<Result> {
  for (;;) {
    const turn = piece.next();
    if (turn.done === true) return turn.value;
    yield from + (to - from) * turn.value;
  }
}
