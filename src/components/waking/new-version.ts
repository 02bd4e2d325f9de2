/** A newer build than the page's: how it is noticed, and how the reader gets to it. */
import { keepTyped } from './keep-typed.ts';

/** How long a note stands, in milliseconds. */
const NOTED = 8000;

/**
 * Whether the server now sends another page than this one: its scripts have other names then. A server that
 * does not answer says nothing.
 */
export async function isOutdated(): Promise<boolean> {
  try {
    const response = await fetch(location.pathname, { cache: 'no-cache' });
    if (!response.ok) return false;
    const html = await response.text();
    return [...document.querySelectorAll('script[type=module][src]')].some(
      (script) => !html.includes(`"${script.getAttribute('src') ?? ''}"`),
    );
  } catch {
    return false;
  }
}

/** A sentence with a button that takes the new version; what was typed is there again afterwards. */
export function newVersionNotice(reload: () => void): HTMLElement {
  const line = document.createElement('p');
  line.setAttribute('role', 'alert');
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Reload';
  button.addEventListener('click', () => {
    keepTyped();
    reload();
  });
  line.append('A new version of the course is there. ', button);
  return line;
}

/** Shows the notice over the page. */
export function offerReload(reload: () => void): void {
  show(newVersionNotice(reload));
}

/** Says something over the page for as long as it takes to read. */
export function note(words: string): void {
  const line = document.createElement('p');
  line.setAttribute('role', 'alert');
  line.textContent = words;
  if (show(line))
    setTimeout(() => {
      line.remove();
    }, NOTED);
}

/** One thing at a time; whether it was this one. */
function show(line: HTMLElement): boolean {
  if (document.querySelector('.new-version')) return false;
  line.className = 'new-version';
  document.body.append(line);
  return true;
}
