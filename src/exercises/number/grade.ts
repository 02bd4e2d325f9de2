import { factorTwoForgotten, factorTwoTooMany, signLost } from '../misconceptions.ts';
import { readNumber } from '../read-answer.ts';
import { right, unreadable, wrong, type Verdict } from '../verdict.ts';
import type { Question } from './schema.ts';

/** Grades a typed number, fraction or constant expression such as `-1/3` or `sqrt(2)`. */
export function grade(question: Question, text: string): Verdict {
  const read = readNumber(text);
  if ('problem' in read) return unreadable(read.problem);
  return gradeValue(question, read.value);
}

function gradeValue(question: Question, value: number): Verdict {
  const { answer, between, slips = [], because } = question;
  const tolerance = question.tolerance ?? 1e-3 * Math.max(1, Math.abs(answer));
  const near = (other: number) => Math.abs(value - other) <= tolerance;

  const accepted = between ? value >= between[0] && value <= between[1] : near(answer);
  if (accepted) return right(because);
  const slip = slips.find((one) => near(one.value));
  if (slip) return wrong(slip.words);
  if (between) return wrong('Not yet: that is outside what would be true.');
  if (near(-answer)) return wrong(signLost);
  if (near(answer / 2)) return wrong(factorTwoForgotten);
  if (near(2 * answer)) return wrong(factorTwoTooMany);
  if (Math.abs(value - answer) <= 0.05 * Math.abs(answer)) {
    return wrong('Close, but not within rounding. Keep more digits, or type the fraction itself.');
  }
  return wrong('Not yet. Try again, or open a hint.');
}
