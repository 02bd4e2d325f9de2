import type { KnownAnswer } from '../known-answer.ts';
import { grade } from './grade.ts';
import type { Question } from './schema.ts';

export function knownAnswers(question: Question): KnownAnswer[] {
  const right = question.options.flatMap((option, index) => (option.right ? [index] : []));
  const wrong = question.options.flatMap((option, index) =>
    option.right ? [] : [{ graded: grade(question, [index]), expected: option.reason }],
  );
  return [{ graded: grade(question, right), expected: 'right' }, ...wrong];
}
