import type { KnownAnswer } from '../known-answer.ts';
import { grade } from './grade.ts';
import type { Question } from './schema.ts';

export const knownAnswers = (question: Question): KnownAnswer[] => [
  { graded: grade(question, String(question.answer)), expected: 'right' },
  ...(question.slips ?? []).map(({ value, words }) => ({
    graded: grade(question, String(value)),
    expected: words,
  })),
];
