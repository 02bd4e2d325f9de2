import type { KnownAnswer } from '../known-answer.ts';
import { practiceAnswers } from '../practice-answers.ts';
import { own } from '../variants.ts';
import { grade } from './grade.ts';
import type { Question } from './schema.ts';
import { variantOf, type Variants } from './variant.ts';

/** With the exercise's own numbers a variant is the exercise. */
export const knownAnswers = (question: Question): KnownAnswer[] => [
  { graded: grade(question, question.answer.map(String)), expected: 'right' },
  ...(question.slips ?? []).map(({ values, words }) => ({
    graded: grade(question, values.map(String)),
    expected: words,
  })),
  ...(question.variants ? variantAnswers({ ...question, variants: question.variants }) : []),
];

/** A way ends with its components in brackets: "(3, 4)". */
const components = (text: string): string[] => text.replace(/^\(|\)$/g, '').split(', ');

function variantAnswers(question: Question & { variants: Variants }): KnownAnswer[] {
  const { variants } = question;
  const same = variantOf(question, own(variants));
  return [
    { graded: grade(question, same.answer.map(String)), expected: 'right' },
    ...practiceAnswers({
      variants,
      graded: (drawn, answer) => grade(variantOf(question, drawn), components(answer)),
      right: (drawn) => variantOf(question, drawn).answer.join(', '),
      wrong: (drawn) =>
        variantOf(question, drawn)
          .answer.map((one) => one + 1)
          .join(', '),
    }),
  ];
}
