/** Where a reader was last, in this browser only. Without storage nothing is remembered, and nothing breaks. */

const KEY = 'place';

interface Place {
  /** Path and section, as in the address. */
  address: string;
  /** "chapter 5" */
  chapter: string;
  section: string;
}

const isPlace = (value: unknown): value is Place =>
  typeof value === 'object' &&
  value !== null &&
  ['address', 'chapter', 'section'].every(
    (key) => typeof (value as Record<string, unknown>)[key] === 'string',
  ) &&
  (value as Place).address.startsWith('/');

export function rememberPlace(place: Place): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(place));
  } catch {
    // Storage may be blocked or full.
  }
}

function remembered(): Place | undefined {
  try {
    const place: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    return isPlace(place) ? place : undefined;
  } catch {
    return undefined;
  }
}

/** The button leads to where the reader was; the link beside it to the beginning. */
export function offerToContinue(): void {
  const place = remembered();
  const start = document.querySelector<HTMLAnchorElement>('[data-start]');
  const other = document.querySelector<HTMLAnchorElement>('[data-else]');
  if (!place || !start || !other) return;
  const isFirst = start.dataset['start'] === '';
  if (isFirst) [other.href, other.textContent] = [start.href, start.textContent];
  start.dataset['start'] = 'continues';
  start.href = place.address;
  start.textContent = `Continue with ${place.chapter}: ${place.section}`;
}
