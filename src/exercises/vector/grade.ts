import { at } from '../../figures/shared/at.ts';
import {
  ascent,
  opposite,
  oppositeAndWrongLength,
  swapped,
  wrongLength,
} from '../misconceptions.ts';
import { readNumber } from '../read-answer.ts';
import { right, unreadable, wrong, type Verdict } from '../verdict.ts';
import type { Question } from './schema.ts';

type Vector = readonly number[];

/** Grades a vector typed component by component. */
export function grade(question: Question, texts: readonly string[]): Verdict {
  const values: number[] = [];
  for (const [index, label] of question.labels.entries()) {
    const read = readNumber(texts[index] ?? '');
    if ('problem' in read) return unreadable(`${label}: ${read.problem}`);
    values.push(read.value);
  }
  return gradeValues(question, values);
}

function gradeValues(question: Question, values: Vector): Verdict {
  const { answer, labels, slips = [], because } = question;
  const near = (index: number, other: number) =>
    Math.abs(at(values, index) - other) <= toleranceOf(question, other);
  const equals = (others: Vector) => others.every((other, index) => near(index, other));

  if (equals(answer)) return right(because);
  const slip = slips.find((one) => equals(one.values));
  if (slip) return wrong(slip.words);
  const named = misconception(question, values, equals);
  if (named !== undefined) return wrong(named);
  if (nearly(answer, values)) return wrong(`Close. ${digitsWanted(question)}`);
  const off = labels.filter((_, index) => !near(index, at(answer, index)));
  if (off.length === labels.length) return wrong('Not yet. Try again, or open a hint.');
  return wrong(`The rest is right; look again at ${off.join(' and ')}.`);
}

function misconception(
  { answer, downhill }: Question,
  values: Vector,
  equals: (others: Vector) => boolean,
): string | undefined {
  if (equals(answer.map((component) => -component))) return downhill ? ascent : opposite;
  if (equals(answer.toReversed())) return swapped;
  const cosine = cosineBetween(values, answer);
  if (cosine > 1 - 1e-6) return wrongLength;
  return cosine < -1 + 1e-6 ? oppositeAndWrongLength : undefined;
}

const toleranceOf = ({ tolerance }: Question, component: number): number =>
  tolerance ?? 1e-3 * Math.max(1, Math.abs(component));

/** Within a twentieth of every component: the way was right, digits are missing. */
const nearly = (answer: Vector, values: Vector): boolean =>
  answer.every(
    (component, index) => Math.abs(at(values, index) - component) <= 0.05 * Math.abs(component),
  );

/** So many digits after the point that rounding stays within the tolerance. */
function digitsWanted(question: Question): string {
  const tolerance = Math.min(...question.answer.map((one) => toleranceOf(question, one)));
  const digits = Math.max(0, Math.ceil(Math.log10(0.5 / tolerance)));
  return `Give ${String(digits)} digits after the point, or type the expression itself.`;
}

/** −1 … 1, or 0 when either vector has no direction. */
function cosineBetween(a: Vector, b: Vector): number {
  const dot = a.reduce((sum, value, index) => sum + value * at(b, index), 0);
  const lengths = Math.hypot(...a) * Math.hypot(...b);
  return lengths > 0 ? dot / lengths : 0;
}
