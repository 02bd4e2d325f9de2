import type { KnownAnswer } from '../known-answer.ts';
import { grade } from './grade.ts';
import type { Question } from './schema.ts';

export const knownAnswers = (question: Question): KnownAnswer[] =>
  question.lines.flatMap(({ bug, reason }, index) =>
    reason === undefined
      ? []
      : [{ graded: grade(question, index), expected: bug ? 'right' : reason }],
  );
