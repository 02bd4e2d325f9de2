/** Which exercises were answered right, and when first. Stored in this browser only. */
const prefix = 'exercise:';

/** The part of `Storage` that is needed, so that tests and blocked browsers can stand in. */
export type Store = Pick<Storage, 'getItem' | 'setItem'>;

/** The day of the first right answer as an ISO date, or null. A blocked storage remembers nothing. */
export function solvedOn(id: string, store = browserStore()): string | null {
  try {
    const day = store?.getItem(prefix + id) ?? null;
    return day !== null && /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : null;
  } catch {
    return null;
  }
}

/** Keeps the first day; later right answers do not move it. */
export function recordSolved(id: string, now: Date, store = browserStore()): void {
  if (solvedOn(id, store) !== null) return;
  try {
    store?.setItem(prefix + id, now.toISOString().slice(0, 10));
  } catch {
    // Private windows may refuse to store. The answer counts all the same.
  }
}

function browserStore(): Store | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}
