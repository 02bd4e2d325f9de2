/** On the first page: how many exercises of the course are due today, with a link to them. */
import { dueDays, isDue } from '../../exercises/due.ts';
import { allLogs } from '../../exercises/progress.ts';

export async function offerReview(link: HTMLElement | null, now = new Date()): Promise<void> {
  const listed = link?.dataset['due']?.split(' ') ?? [];
  const logs = allLogs(now);
  const days = await dueDays(new Map([...logs].filter(([id]) => listed.includes(id))));
  const count = [...days.values()].filter((day) => isDue(day, now)).length;
  if (!link) return;
  link.textContent =
    count === 1 ? 'One exercise is due today' : `${String(count)} exercises are due today`;
  link.hidden = count === 0;
}
