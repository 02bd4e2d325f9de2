import type { KnownAnswer } from '../known-answer.ts';
import { grade } from './grade.ts';
import type { Question } from './schema.ts';

export const knownAnswers = (question: Question): KnownAnswer[] => [
  { graded: grade(question, question.solution), expected: 'right' },
  ...(question.slips ?? []).map(({ formula, words }) => ({
    graded: grade(question, formula),
    expected: words,
  })),
];
