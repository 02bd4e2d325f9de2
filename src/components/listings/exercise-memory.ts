/** Fills the page of exercises with what this browser knows: what was answered, and what is due. */
import { dueDays, isDue } from '../../exercises/due.ts';
import { allLogs, isKept, type Log, solvedOn } from '../../exercises/progress.ts';
import { offerFile } from './progress-tools.ts';

const find = (selector: string) => document.querySelector<HTMLElement>(selector);
const write = (element: HTMLElement | null | undefined, words: string): void => {
  if (element) element.textContent = words;
};

const inWords = (day: string): string =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString('en', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });

async function show(): Promise<void> {
  const now = new Date();
  const logs = allLogs(now);
  const due = await dueDays(logs);
  for (const item of document.querySelectorAll<HTMLElement>('[data-exercise]')) {
    const id = item.dataset['exercise'] ?? '';
    write(item.querySelector<HTMLElement>('[data-state]'), stateOf(logs.get(id), due.get(id), now));
  }
  for (const chapter of document.querySelectorAll<HTMLElement>('[data-chapter]'))
    showMastery(chapter, logs);
  showDue(due, now);
}

function stateOf(log: Log | undefined, due: string | undefined, now: Date): string {
  if (!log || due === undefined) return '';
  const answered = solvedOn(log) === undefined ? 'not right yet' : 'answered right';
  return isDue(due, now) ? `${answered}, due today` : `${answered}, due on ${inWords(due)}`;
}

function showMastery(chapter: HTMLElement, logs: ReadonlyMap<string, Log>): void {
  const mastery = chapter.querySelector<HTMLElement>('[data-mastery]');
  if (!mastery) return;
  const ids = [...chapter.querySelectorAll<HTMLElement>('[data-exercise]')].map(
    ({ dataset }) => dataset['exercise'] ?? '',
  );
  const tried = ids.filter((id) => logs.has(id));
  const right = tried.filter((id) => solvedOn(logs.get(id) ?? []) !== undefined);
  mastery.style.setProperty('--right', String(right.length / ids.length));
  mastery.style.setProperty('--tried', String(tried.length / ids.length));
  const parts = [
    `${String(right.length)} of ${String(ids.length)} right`,
    ...(tried.length > right.length ? [`${String(tried.length - right.length)} tried`] : []),
  ];
  write(mastery.querySelector<HTMLElement>('[data-words]'), parts.join(', '));
}

/** Exercises that the course no longer has are left out: they have no line to point to. */
function showDue(due: ReadonlyMap<string, string>, now: Date): void {
  const list = find('[data-due-list]');
  if (!list) return;
  const lines = [...document.querySelectorAll<HTMLElement>('[data-exercise]')].map((item) => ({
    day: due.get(item.dataset['exercise'] ?? ''),
    link: item.querySelector('a'),
  }));
  const dueNow = lines.filter(({ day }) => isDue(day, now));
  list.replaceChildren(...dueNow.map(({ link }) => inItem(link?.cloneNode(true))));
  const days = lines.flatMap(({ day }) => day ?? []).sort();
  write(find('[data-due-words]'), dueWords(dueNow.length, days.at(0)));
}

function inItem(node: Node | undefined): HTMLLIElement {
  const item = document.createElement('li');
  if (node) item.append(node);
  return item;
}

function dueWords(count: number, next: string | undefined): string {
  if (!isKept())
    return 'This browser keeps nothing for this site, so your progress is lost when you leave a page. The exercises work all the same.';
  if (next === undefined)
    return 'You have not answered an exercise here yet. What you answer comes back on this page when it is due.';
  if (count === 0) return `Nothing is due today. The next exercise is due on ${inWords(next)}.`;
  return `${count === 1 ? 'One exercise is' : `${String(count)} exercises are`} due again.`;
}

const tryToShow = (): void => {
  show()
    .catch((error: unknown) => {
      console.error(error);
      write(
        find('[data-due-words]'),
        'What is due could not be loaded. Reload the page to try again.',
      );
    })
    .finally(reveal);
};

/** Laid out in the next frame, seen in the one after: nothing that is seen moves. */
function reveal(): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      delete document.documentElement.dataset['returning'];
    }),
  );
}

tryToShow();
offerFile(tryToShow);
// In another tab something was answered.
addEventListener('storage', tryToShow);
// Coming back with the back button shows the page as it was left.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) tryToShow();
});
