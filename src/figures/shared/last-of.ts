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
