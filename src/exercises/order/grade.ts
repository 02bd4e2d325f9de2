import { right, wrong, type Verdict } from '../verdict.ts';
import type { Question } from './schema.ts';

const needs = ({ steps }: Question, index: number): readonly number[] =>
  steps[index]?.after ?? (index === 0 ? [] : [index - 1]);

/** The place of the first step that comes before one it needs; −1 where all are in time. */
const tooEarly = (question: Question, order: readonly number[]): number =>
  order.findIndex((step, place) =>
    needs(question, step).some((need) => !order.slice(0, place).includes(need)),
  );

/** Grades an order of all steps, given as their places in the question. */
export function grade(question: Question, order: readonly number[]): Verdict {
  const place = tooEarly(question, order);
  if (place === -1) return right(question.because);
  const { text, early = 'something that it needs has not been done yet.' } = question.steps[
    order[place] ?? 0
  ] ?? { text: '' };
  return wrong(`Step ${String(place + 1)}, “${text}”, comes too early: ${early}`);
}

/** The order that a learner finds: alphabetical, which says nothing; backwards where that is right. */
export function firstOrder(question: Question): number[] {
  const { steps } = question;
  const order = steps
    .map((_, index) => index)
    .sort((a, b) => ((steps[a]?.text ?? '') < (steps[b]?.text ?? '') ? -1 : 1));
  return tooEarly(question, order) === -1 ? order.reverse() : order;
}

/** The order with the step at one place moved to a neighbouring one; the same at the ends. */
export function moved(order: readonly number[], from: number, to: number): number[] {
  if (to < 0 || to >= order.length) return [...order];
  const rest = order.filter((_, place) => place !== from);
  return [...rest.slice(0, to), ...order.slice(from, from + 1), ...rest.slice(to)];
}
