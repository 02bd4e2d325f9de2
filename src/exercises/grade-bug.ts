import { right, unreadable, wrong, type Verdict } from './verdict.ts';

export interface CodeLine {
  code: string;
  bug?: true;
  /** Why this line is the fault, or why it is as it should be. A line without is not to be chosen. */
  reason?: string;
}

/** A short program with one faulty line. */
export interface BugQuestion {
  lines: readonly CodeLine[];
}

/** Grades the index of the line that the learner chose; null where none is. */
export function gradeBug({ lines }: BugQuestion, chosen: number | null): Verdict {
  const line = chosen === null ? undefined : lines[chosen];
  if (line?.reason === undefined) return unreadable('Choose a line first.');
  return line.bug ? right(line.reason) : wrong(line.reason);
}
