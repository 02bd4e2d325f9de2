import type { Verdict } from './verdict.ts';

/** What became of an answer about which the question itself says how it must be graded. */
export interface KnownAnswer {
  graded: Verdict;
  /** `right`, or a part of the words that a wrong answer is told. */
  expected: string;
}
