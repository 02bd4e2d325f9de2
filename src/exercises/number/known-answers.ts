import type { KnownAnswer } from '../known-answer.ts';
import { practiceAnswers } from '../practice-answers.ts';
import { grade } from './grade.ts';
import { own } from '../variants.ts';
import type { Question } from './schema.ts';
import { variantOf, type Variants } from './variant.ts';

/** With the exercise's own numbers a variant is the exercise. */
export const knownAnswers = (question: Question): KnownAnswer[] => [
  { graded: grade(question, String(question.answer)), expected: 'right' },
  ...(question.slips ?? []).map(({ value, words }) => ({
    graded: grade(question, String(value)),
    expected: words,
  })),
  ...(question.variants ? variantAnswers({ ...question, variants: question.variants }) : []),
];

function variantAnswers(question: Question & { variants: Variants }): KnownAnswer[] {
  const { variants } = question;
  const same = variantOf(question, own(variants));
  return [
    { graded: grade(question, String(same.answer)), expected: 'right' },
    ...practiceAnswers({
      variants,
      graded: (drawn, answer) => grade(variantOf(question, drawn), answer),
      right: (drawn) => String(variantOf(question, drawn).answer),
      wrong: (drawn) => String(variantOf(question, drawn).answer * 1.3 + 0.5),
    }),
  ];
}
