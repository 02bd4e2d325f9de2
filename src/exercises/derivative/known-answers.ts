import type { KnownAnswer } from '../known-answer.ts';
import { practiceAnswers } from '../practice-answers.ts';
import { own } from '../variants.ts';
import { grade } from './grade.ts';
import type { Question } from './schema.ts';
import { variantOf, type Variants } from './variant.ts';

/** With the exercise's own numbers a variant is the exercise. */
export const knownAnswers = (question: Question): KnownAnswer[] => [
  { graded: grade(question, question.solution), expected: 'right' },
  ...(question.slips ?? []).map(({ formula, words }) => ({
    graded: grade(question, formula),
    expected: words,
  })),
  ...(question.variants ? variantAnswers({ ...question, variants: question.variants }) : []),
];

function variantAnswers(question: Question & { variants: Variants }): KnownAnswer[] {
  const { variants } = question;
  const same = variantOf(question, own(variants));
  return [
    { graded: grade(same, question.solution), expected: 'right' },
    { graded: grade(question, same.solution), expected: 'right' },
    ...practiceAnswers({
      variants,
      graded: (drawn, answer) => grade(variantOf(question, drawn), answer),
      right: (drawn) => variantOf(question, drawn).solution,
      wrong: (drawn) => `${variantOf(question, drawn).solution} + 1`,
    }),
  ];
}
