import { right, unreadable, wrong, type Verdict } from '../verdict.ts';
import type { Question } from './schema.ts';

/** Grades the index of the line that the learner chose; null where none is. */
export function grade({ lines }: Question, chosen: number | null): Verdict {
  const line = chosen === null ? undefined : lines[chosen];
  if (line?.reason === undefined) return unreadable('Choose a line first.');
  return line.bug ? right(line.reason) : wrong(line.reason);
}
