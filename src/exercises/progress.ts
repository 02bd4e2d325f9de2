/** Which exercises were answered right, and when first. Stored in this browser only. */
const prefix = 'exercise:';

/** The part of `Storage` that is needed, so that tests and blocked browsers can stand in. */
export type Store = Pick<Storage, 'getItem' | 'setItem'>;

/** No answer is older than the course: an earlier day is that of a wrong clock. */
const firstDay = '2026-01-01';

/**
 * The day of the first right answer as an ISO date, or null. A blocked storage remembers nothing; what is
 * no day of the calendar, or one that is still to come, was not written by a clock that is right.
 */
export function solvedOn(id: string, now: Date, store = browserStore()): string | null {
  try {
    const day = store?.getItem(prefix + id) ?? null;
    return day !== null && isPast(day, now) ? day : null;
  } catch {
    return null;
  }
}

/** Keeps the first day; later right answers do not move it. */
export function recordSolved(id: string, now: Date, store = browserStore()): void {
  if (solvedOn(id, now, store) !== null || !isPast(dayOf(now), now)) return;
  try {
    store?.setItem(prefix + id, dayOf(now));
  } catch {
    // Private windows may refuse to store. The answer counts all the same.
  }
}

/** The day in Greenwich, or nothing for a time that is none. */
const dayOf = (time: Date): string =>
  Number.isNaN(time.getTime()) ? '' : time.toISOString().slice(0, 10);

const isPast = (day: string, now: Date): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) &&
  dayOf(new Date(day)) === day &&
  day >= firstDay &&
  day <= dayOf(now);

function browserStore(): Store | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}
