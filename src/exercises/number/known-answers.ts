import type { KnownAnswer } from '../known-answer.ts';
import { grade } from './grade.ts';
import { draw, own } from '../variants.ts';
import type { Question } from './schema.ts';
import { variantOf, type Variants } from './variant.ts';

/** With the exercise's own numbers a variant is the exercise. */
export const knownAnswers = (question: Question): KnownAnswer[] => [
  { graded: grade(question, String(question.answer)), expected: 'right' },
  ...(question.slips ?? []).map(({ value, words }) => ({
    graded: grade(question, String(value)),
    expected: words,
  })),
  ...(question.variants ? variantAnswers(question, question.variants) : []),
];

const variantAnswers = (question: Question, variants: Variants): KnownAnswer[] => [
  {
    graded: grade(question, String(variantOf(variants, own(variants.numbers)).answer)),
    expected: 'right',
  },
  ...seeds.map((seed) => {
    const other = variantOf(variants, draw(variants.numbers, seed));
    return { graded: grade(other, String(other.answer)), expected: 'right' };
  }),
];

const seeds = Array.from({ length: 50 }, (_, seed) => seed);
