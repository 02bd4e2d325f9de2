/** Progress as a file: what was answered, to be kept or carried to another browser. */
import { isOutcome, isPast, merged, type Attempt, type Log } from './progress.ts';

const format = 'calculus-for-deep-learning/progress';
/** Raised when older readers could not read what is written. */
const version = 1;

/** Far more than the course can fill. */
const longest = 1_000_000;
const idPattern = /^[a-z0-9][a-z0-9-]{0,79}$/;

export type Logs = ReadonlyMap<string, Log>;

export function writeProgress(logs: Logs): string {
  const exercises = Object.fromEntries(
    [...logs]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([id, log]) => [
        id,
        Object.fromEntries(log.map(({ day, outcome }) => [day, outcome] as const)),
      ]),
  );
  return `${JSON.stringify({ format, version, exercises }, null, 2)}\n`;
}

/** What the text of such a file holds, or why it is refused: all of it or nothing. */
export function readProgress(text: string, now: Date): Logs | { problem: string } {
  if (text.length > longest) return refuse('It is larger than progress in this course can be.');
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return refuse('It is not JSON.');
  }
  const { format: given, version: of, exercises } = entriesOf(file);
  if (given !== format) return refuse('It was not written by this course.');
  if (of !== version)
    return refuse(
      `It is of version ${JSON.stringify(of)}, and this page reads version ${String(version)}.`,
    );
  if (!isRecord(exercises)) return refuse('It names no exercises.');
  const logs = new Map<string, Log>();
  for (const [id, days] of Object.entries(exercises)) {
    const log = idPattern.test(id) ? readDays(days, now) : undefined;
    if (!log) return refuse(`What it says of “${id.slice(0, 80)}” cannot be right.`);
    logs.set(id, log);
  }
  return logs;
}

/** For every exercise the days of both; of a day that is in both, the better answer. */
export function mergedLogs(mine: Logs, theirs: Logs): Map<string, Log> {
  const all = new Map(mine);
  for (const [id, log] of theirs) all.set(id, merged(mine.get(id) ?? [], log));
  return all;
}

function readDays(days: unknown, now: Date): Log | undefined {
  if (!isRecord(days)) return undefined;
  const log: Attempt[] = [];
  for (const [day, outcome] of Object.entries(days)) {
    if (!isPast(day, now) || !isOutcome(outcome)) return undefined;
    log.push({ day, outcome });
  }
  return merged(log, []);
}

const refuse = (problem: string) => ({ problem });

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Only what the file itself says, and nothing that it inherits. */
const entriesOf = (value: unknown): Partial<Record<string, unknown>> =>
  Object.fromEntries(isRecord(value) ? Object.entries(value) : []);
