import { ascent, ascentAndWrongLength, swapped, wrongLength } from './misconceptions.ts';
import { readNumber } from './read-answer.ts';
import { right, unreadable, wrong, type Verdict } from './verdict.ts';

export interface VectorSlip {
  values: readonly number[];
  words: string;
}

export interface VectorQuestion {
  /** One label per component, in the order of `answer`. */
  labels: readonly string[];
  answer: readonly number[];
  /** Accepted distance of each component. Default: 0.001 · max(1, |component|). */
  tolerance?: number;
  slips?: readonly VectorSlip[];
  because?: string;
}

/** Grades a vector typed component by component. */
export function gradeVector(question: VectorQuestion, texts: readonly string[]): Verdict {
  const values: number[] = [];
  for (const [index, label] of question.labels.entries()) {
    const read = readNumber(texts[index] ?? '');
    if ('problem' in read) return unreadable(`${label}: ${read.problem}`);
    values.push(read.value);
  }
  return gradeValues(question, values);
}

function gradeValues(question: VectorQuestion, values: readonly number[]): Verdict {
  const { answer, labels, slips = [], because } = question;
  const near = (value: number, other: number) =>
    Math.abs(value - other) <= (question.tolerance ?? 1e-3 * Math.max(1, Math.abs(other)));
  const equals = (others: readonly number[]) =>
    others.every((other, index) => near(values[index] ?? NaN, other));

  if (equals(answer)) return right(because);
  const slip = slips.find((one) => equals(one.values));
  if (slip) return wrong(slip.words);
  if (equals(answer.map((component) => -component))) return wrong(ascent);
  if (equals(answer.toReversed())) return wrong(swapped);
  const cosine = cosineBetween(values, answer);
  if (cosine > 1 - 1e-6) return wrong(wrongLength);
  if (cosine < -1 + 1e-6) return wrong(ascentAndWrongLength);
  const off = labels.filter((_, index) => !near(values[index] ?? NaN, answer[index] ?? NaN));
  if (off.length === labels.length) return wrong('Not yet. Try again, or open a hint.');
  return wrong(`The rest is right; look again at ${off.join(' and ')}.`);
}

/** −1 … 1, or 0 when either vector has no direction. */
function cosineBetween(a: readonly number[], b: readonly number[]): number {
  const dot = a.reduce((sum, value, index) => sum + value * (b[index] ?? NaN), 0);
  const lengths = Math.hypot(...a) * Math.hypot(...b);
  return lengths > 0 ? dot / lengths : 0;
}
