import { right, unreadable, wrong, type Verdict } from './verdict.ts';

export interface Option {
  text: string;
  right?: boolean;
  /** Why this option holds, or which thought leads to it and where that thought breaks. */
  reason: string;
}

/** With more than one right option the learner ticks all that hold; otherwise one is chosen. */
export interface ChoiceQuestion {
  options: readonly Option[];
}

export const takesSeveral = ({ options }: ChoiceQuestion): boolean =>
  options.filter((option) => option.right).length > 1;

/** Grades the indices of the options that the learner chose. */
export function gradeChoice(question: ChoiceQuestion, chosen: readonly number[]): Verdict {
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
