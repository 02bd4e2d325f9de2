/**
 * When an exercise is to be answered again: the Free Spaced Repetition Scheduler, version 6, by Jarrett Ye and
 * others (https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm), as ts-fsrs has it.
 * In days: a course is no deck of cards, and nobody returns to it within minutes.
 */
import { createEmptyCard, fsrs, Rating } from 'ts-fsrs';
import type { Log } from './progress.ts';

/** With which chance an exercise should still be answered right on the day it is due. */
export const retention = 0.9;

const scheduler = fsrs({
  request_retention: retention,
  enable_short_term: false,
  enable_fuzz: false,
});

const startOf = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** The day (ISO date) on which an exercise with this log is due; nothing for one that was never answered. */
export function dueOn(log: Log): string | undefined {
  const [first] = log;
  if (!first) return undefined;
  let card = createEmptyCard(startOf(first.day));
  // Wrong at first and then right is a failure of memory all the same.
  for (const { day, outcome } of log)
    ({ card } = scheduler.next(
      card,
      startOf(day),
      outcome === 'right' ? Rating.Good : Rating.Again,
    ));
  return card.due.toISOString().slice(0, 10);
}
