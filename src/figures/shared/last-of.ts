import type { Work } from './contract.ts';

/**
 * A function that remembers its last answer, and gives it again for the same key. Pure from outside
 * as long as the key names everything that `compute` reads and nobody writes into an answer.
 */
export function lastOf<Arguments extends readonly unknown[], Answer>(
  keyOf: (...inputs: Arguments) => string,
  compute: (...inputs: Arguments) => Answer,
): (...inputs: Arguments) => Answer {
  let last: { key: string; answer: Answer } | null = null;
  return (...inputs) => {
    const key = keyOf(...inputs);
    if (last?.key !== key) last = { key, answer: compute(...inputs) };
    return last.answer;
  };
}

/** The same for what is computed in pieces: an answer that is remembered comes in one. */
export function lastWorkOf<Arguments extends readonly unknown[], Answer>(
  keyOf: (...inputs: Arguments) => string,
  compute: (...inputs: Arguments) => Work<Answer>,
): (...inputs: Arguments) => Work<Answer> {
  let last: { key: string; answer: Answer } | null = null;
  return function* (...inputs) {
    const key = keyOf(...inputs);
    if (last?.key === key) return last.answer;
    const answer = yield* compute(...inputs);
    last = { key, answer };
    return answer;
  };
}
