/** Keys that open something. Single keys can be switched off; none is taken from a field or from a dialog. */

const KEY = 'single-keys';
let on = read();

function read(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

export const singleKeysAreOn = (): boolean => on;

export function setSingleKeys(next: boolean): void {
  on = next;
  try {
    localStorage.setItem(KEY, next ? 'on' : 'off');
  } catch {
    // Storage may be blocked: the choice then lasts as long as the page.
  }
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('input:not([type=range], [type=checkbox], [type=radio]), textarea, select'));

/** What a key press asks for. */
export function askedBy(event: KeyboardEvent): 'search' | 'shortcuts' | undefined {
  const { key, ctrlKey, metaKey, altKey, target } = event;
  if (document.querySelector('dialog:modal')) return undefined;
  if (key.toLowerCase() === 'k' && (ctrlKey || metaKey) && !altKey) return 'search';
  if (!on || ctrlKey || metaKey || altKey || isTyping(target)) return undefined;
  if (key === '/') return 'search';
  return key === '?' ? 'shortcuts' : undefined;
}
