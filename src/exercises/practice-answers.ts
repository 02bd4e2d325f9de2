import type { KnownAnswer } from './known-answer.ts';
import { type Drawn, draw, inWords, own } from './variants.ts';
import type { Verdict } from './verdict.ts';

interface Practised {
  variants: Parameters<typeof draw>[0] & { way: readonly string[] };
  /** What becomes of an answer to the question with these numbers. */
  graded: (drawn: Drawn, answer: string) => Verdict;
  /** A right answer to it, and a wrong one. */
  right: (drawn: Drawn) => string;
  wrong: (drawn: Drawn) => string;
}

/** What the numbers of 200 seeds are, each combination once, and the exercise's own before them. */
export function drawnNumbers(variants: Practised['variants']): Drawn[] {
  const seeds = Array.from({ length: 200 }, (_, seed) => seed);
  const all = [own(variants), ...seeds.map((seed) => draw(variants, seed))];
  return [...new Map(all.map((drawn) => [JSON.stringify(drawn), drawn])).values()];
}

/** Answers to each of these, the one that the way shown ends with among them. */
export const practiceAnswers = ({ variants, graded, right, wrong }: Practised): KnownAnswer[] =>
  drawnNumbers(variants).flatMap((drawn) => [
    { graded: graded(drawn, right(drawn)), expected: 'right' },
    { graded: graded(drawn, shownIn(variants.way, drawn)), expected: 'right' },
    // Whatever is said about it.
    { graded: graded(drawn, wrong(drawn)), expected: '' },
  ]);

/** What stands after the last equals sign of the last step. */
function shownIn(way: readonly string[], drawn: Drawn): string {
  const last = inWords(way.at(-1) ?? '', drawn);
  const [, answer = ''] = /[=≈] ([^=≈]*?)\.?$/.exec(last) ?? [];
  return answer;
}
