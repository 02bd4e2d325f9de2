import { right, unreadable, wrong, type Verdict } from '../verdict.ts';
import type { Question } from './schema.ts';

export const takesSeveral = ({ options }: Question): boolean =>
  options.filter((option) => option.right).length > 1;

/** Grades the indices of the options that the learner chose. */
export function grade(question: Question, chosen: readonly number[]): Verdict {
  const picked = question.options.filter((_, index) => chosen.includes(index));
  if (picked.length === 0) return unreadable('Choose an answer first.');
  const mistaken = picked.find((option) => !option.right);
  if (mistaken) return wrong(mistaken.reason);
  const missing = question.options.filter((option) => option.right).length - picked.length;
  if (missing > 0) {
    return wrong(`So far so good, but ${missing === 1 ? 'one more holds' : 'more of them hold'}.`);
  }
  return right(picked.map((option) => option.reason).join(' '));
}
