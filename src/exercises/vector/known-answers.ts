import type { KnownAnswer } from '../known-answer.ts';
import { grade } from './grade.ts';
import type { Question } from './schema.ts';

export const knownAnswers = (question: Question): KnownAnswer[] => [
  { graded: grade(question, question.answer.map(String)), expected: 'right' },
  ...(question.slips ?? []).map(({ values, words }) => ({
    graded: grade(question, values.map(String)),
    expected: words,
  })),
];
