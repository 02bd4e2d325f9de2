/** Saves progress to a file, adds what a file holds, and forgets everything. */
import { saveFile } from '../../frame/save-file.ts';
import { mergedLogs, readProgress, writeProgress } from '../../exercises/progress-file.ts';
import { allLogs, dayOf, forgetAll, isKept, writeLog } from '../../exercises/progress.ts';

const exercises = (count: number): string =>
  count === 1 ? 'one exercise' : `${String(count)} exercises`;

function save(): string {
  const now = new Date();
  const logs = allLogs(now);
  if (logs.size === 0) return 'There is nothing to save yet.';
  const file = new Blob([writeProgress(logs)], { type: 'application/json' });
  saveFile(file, `calculus-progress-${dayOf(now)}.json`);
  return `Saved what you answered in ${exercises(logs.size)}.`;
}

async function add(file: File): Promise<string> {
  const now = new Date();
  const read = readProgress(await file.text(), now);
  if ('problem' in read) return `The file “${file.name}” was not added. ${read.problem}`;
  const before = allLogs(now);
  const written: string[] = [];
  for (const [id, log] of mergedLogs(before, read)) {
    if (!writeLog(id, log)) {
      // All or nothing, as the page says. What was there before is shorter: it fits.
      for (const changed of written) writeLog(changed, before.get(changed) ?? []);
      return `The file “${file.name}” was not added. This browser has no room for it.`;
    }
    written.push(id);
  }
  return `Added ${exercises(read.size)} from “${file.name}”.`;
}

/** Forgetting wants to be asked for twice. */
function forget(button: HTMLButtonElement): string {
  if (button.dataset['sure'] === undefined) {
    button.dataset['sure'] = button.textContent;
    button.textContent = 'Yes, forget all of it';
    return 'This cannot be undone. Save to a file first if you may want it back.';
  }
  calm(button);
  forgetAll();
  return 'All progress is forgotten.';
}

function calm(button: HTMLButtonElement): void {
  const { sure } = button.dataset;
  if (sure === undefined) return;
  button.textContent = sure;
  delete button.dataset['sure'];
}

/** `changed` is called when other progress is stored than before. */
export function offerFile(changed: () => void): void {
  const tools = document.querySelector<HTMLElement>('.tools[data-progress-tools]');
  const words = document.querySelector<HTMLElement>('[data-progress-words]');
  const button = (name: string) => tools?.querySelector<HTMLButtonElement>(`[data-${name}]`);
  const input = tools?.querySelector<HTMLInputElement>('input');
  if (!tools || !words) return;
  if (!isKept()) {
    words.textContent = 'This browser keeps nothing for this site: there is no progress to carry.';
    return;
  }
  for (const part of document.querySelectorAll<HTMLElement>('[data-progress-tools]'))
    part.hidden = false;
  const say = (text: string): void => {
    words.textContent = text;
    changed();
  };
  button('save')?.addEventListener('click', () => {
    say(save());
  });
  button('open')?.addEventListener('click', () => input?.click());
  button('forget')?.addEventListener('click', ({ currentTarget }) => {
    if (currentTarget instanceof HTMLButtonElement) say(forget(currentTarget));
  });
  button('forget')?.addEventListener('blur', ({ currentTarget }) => {
    if (currentTarget instanceof HTMLButtonElement) calm(currentTarget);
  });
  input?.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file) void add(file).then(say);
    input.value = '';
  });
}
