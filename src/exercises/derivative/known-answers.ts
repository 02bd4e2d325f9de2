import type { KnownAnswer } from '../known-answer.ts';
import { grade } from './grade.ts';
import { draw, own } from '../variants.ts';
import type { Question } from './schema.ts';
import { variantOf, type Variants } from './variant.ts';

/** With the exercise's own numbers a variant is the exercise. */
export const knownAnswers = (question: Question): KnownAnswer[] => [
  { graded: grade(question, question.solution), expected: 'right' },
  ...(question.slips ?? []).map(({ formula, words }) => ({
    graded: grade(question, formula),
    expected: words,
  })),
  ...(question.variants ? variantAnswers(question, question.variants) : []),
];

const variantAnswers = (question: Question, variants: Variants): KnownAnswer[] => {
  const all = { ...question, variants };
  const same = variantOf(all, own(variants.numbers));
  return [
    { graded: grade(same, question.solution), expected: 'right' },
    { graded: grade(question, same.solution), expected: 'right' },
    ...seeds.map((seed) => {
      const other = variantOf(all, draw(variants.numbers, seed));
      return { graded: grade(other, other.solution), expected: 'right' };
    }),
  ];
};

const seeds = Array.from({ length: 50 }, (_, seed) => seed);
