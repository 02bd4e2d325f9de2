/**
 * What was answered, and on which days, in this browser only: a log for each exercise. When an exercise is due,
 * and how well it is known, follows from its log, so that neither has to be kept.
 */
const prefix = 'exercise:';

/** The part of `Storage` that is needed, so that tests and blocked browsers can stand in. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** How a day went, from worst to best; `mended` is wrong at first and right later that day. */
export const outcomes = ['wrong', 'mended', 'right'] as const;
export type Outcome = (typeof outcomes)[number];

/** One day on which an exercise was answered. */
export interface Attempt {
  /** ISO date, in Greenwich. */
  day: string;
  outcome: Outcome;
}

/** In the order of days, each of which occurs once. */
export type Log = readonly Attempt[];

/** No answer is older than the course: an earlier day is that of a wrong clock. */
const firstDay = '2026-01-01';

/** Of an exercise. Empty where the storage is blocked; what cannot have been written by this course is left out. */
export function logOf(id: string, now: Date, store = browserStore()): Log {
  try {
    return readLog(store?.getItem(prefix + id) ?? '', now);
  } catch {
    return [];
  }
}

/** Of every exercise that was ever answered here. */
export function allLogs(now: Date, store = browserStore()): Map<string, Log> {
  const logs = new Map<string, Log>();
  for (const id of loggedIds(store)) {
    const log = logOf(id, now, store);
    if (log.length > 0) logs.set(id, log);
  }
  return logs;
}

/** Keeps an answer. Whether it could be kept: private windows may refuse, and the answer counts all the same. */
export function recordAnswer(
  id: string,
  right: boolean,
  now: Date,
  store = browserStore(),
): boolean {
  const day = dayOf(now);
  if (!isPast(day, now)) return false;
  return writeLog(id, withAnswer(logOf(id, now, store), day, right), store);
}

/** Whether the log could be stored. */
export function writeLog(id: string, log: Log, store = browserStore()): boolean {
  try {
    if (!store) return false;
    if (log.length === 0) store.removeItem(prefix + id);
    else store.setItem(prefix + id, log.map(({ day, outcome }) => `${day} ${outcome}`).join(', '));
    return true;
  } catch {
    return false;
  }
}

export function forgetAll(store = browserStore()): void {
  for (const id of loggedIds(store)) writeLog(id, [], store);
}

/** The day of the first right answer, or nothing. */
export const solvedOn = (log: Log): string | undefined =>
  log.find(({ outcome }) => outcome !== 'wrong')?.day;

/** The first answer of a day tells what was remembered; a later one can only mend it. */
function withAnswer(log: Log, day: string, right: boolean): Log {
  const today = log.find((attempt) => attempt.day === day);
  if (!today) return merged(log, [{ day, outcome: right ? 'right' : 'wrong' }]);
  if (!right || today.outcome !== 'wrong') return log;
  return merged(log, [{ day, outcome: 'mended' }]);
}

/** The days of both; of a day that is in both, the better outcome. */
export function merged(one: Log, other: Log): Log {
  const days = new Map<string, Outcome>();
  for (const { day, outcome } of [...one, ...other]) {
    const before = days.get(day);
    const isBetter = before === undefined || rank(outcome) > rank(before);
    if (isBetter) days.set(day, outcome);
  }
  return [...days]
    .map(([day, outcome]) => ({ day, outcome }))
    .sort((a, b) => a.day.localeCompare(b.day));
}

const rank = (outcome: Outcome): number => outcomes.indexOf(outcome);

/** A day without an outcome is one on which the answer was right: the course once kept only those. */
function readLog(text: string, now: Date): Log {
  const attempts = text.split(', ').flatMap((entry): Attempt[] => {
    const [day = '', outcome = 'right'] = entry.split(' ');
    return isPast(day, now) && isOutcome(outcome) ? [{ day, outcome }] : [];
  });
  return merged(attempts, []);
}

export const isOutcome = (text: unknown): text is Outcome =>
  outcomes.some((outcome) => outcome === text);

function loggedIds(store: Store | undefined): string[] {
  try {
    if (!store) return [];
    const keys = Array.from({ length: store.length }, (_, index) => store.key(index) ?? '');
    return keys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
  } catch {
    return [];
  }
}

/** The day in Greenwich, or nothing for a time that is none. */
export const dayOf = (time: Date): string =>
  Number.isNaN(time.getTime()) ? '' : time.toISOString().slice(0, 10);

/** Whether it is a day of the calendar, since the course began and not to come. */
export const isPast = (day: string, now: Date): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) &&
  dayOf(new Date(day)) === day &&
  day >= firstDay &&
  day <= dayOf(now);

/** Whether this browser keeps progress. One whose storage is full still has what was answered before. */
export function isKept(store = browserStore()): boolean {
  const probe = 'probe';
  try {
    store?.setItem(probe, probe);
    store?.removeItem(probe);
    return store !== undefined;
  } catch {
    return loggedIds(store).length > 0;
  }
}

function browserStore(): Store | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}
