/** A newer build than the page's: how it is noticed, and how the reader gets to it. */
import { keepTyped } from './keep-typed.ts';

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

/** Shows the notice over the page, once. */
export function offerReload(reload: () => void): void {
  if (document.querySelector('.new-version')) return;
  const line = newVersionNotice(reload);
  line.className = 'new-version';
  document.body.append(line);
}
