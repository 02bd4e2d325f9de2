import { dayOf, type Log } from './progress.ts';

/** The day on which each exercise is due. The scheduler is loaded only where there is something to schedule. */
export async function dueDays(logs: ReadonlyMap<string, Log>): Promise<Map<string, string>> {
  if (logs.size === 0) return new Map();
  const { dueOn } = await import('./schedule.ts');
  return new Map([...logs].map(([id, log]) => [id, dueOn(log) ?? '']));
}

/** Due today, or since an earlier day. */
export const isDue = (day: string | undefined, now: Date): boolean =>
  day !== undefined && day <= dayOf(now);
