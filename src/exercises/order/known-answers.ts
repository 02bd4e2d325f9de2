import type { KnownAnswer } from '../known-answer.ts';
import { firstOrder, grade } from './grade.ts';
import type { Question } from './schema.ts';

/** The order as written, that in which it is shown, and every step moved to the front. */
export function knownAnswers(question: Question): KnownAnswer[] {
  const order = question.steps.map((_, index) => index);
  const tooEarly = question.steps.flatMap(({ early }, index) =>
    early === undefined
      ? []
      : [{ graded: grade(question, [index, ...order.toSpliced(index, 1)]), expected: early }],
  );
  return [
    { graded: grade(question, order), expected: 'right' },
    { graded: grade(question, firstOrder(question)), expected: '' },
    ...tooEarly,
  ];
}
