/**
 * Shows what a link leads to while the pointer or the focus is on it. The words come from one file, which is
 * asked for when the first is wanted; what the page itself holds is read from it. On a screen that is
 * touched the first tap shows, the second follows.
 */
import { path } from '../course/path.ts';

type Preview = readonly [title: string, words: string];

const PAUSE = 250;
const MARGIN = 8;

let all: Promise<Record<string, Preview>> | undefined;
let shown: HTMLAnchorElement | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

const card = document.createElement('div');
card.id = 'preview';
card.setAttribute('role', 'tooltip');
card.hidden = true;
const title = document.createElement('strong');
const words = document.createElement('span');
card.append(title, words);
// In a landmark, where readers who go from one to the next find it.
(document.querySelector('main') ?? document.body).append(card);

const linkOf = (target: EventTarget | null): HTMLAnchorElement | undefined =>
  (target instanceof Element ? target.closest<HTMLAnchorElement>('a[data-preview]') : null) ??
  undefined;

async function previewOf(link: HTMLAnchorElement): Promise<Preview | undefined> {
  if (link.pathname === location.pathname && link.matches('.citation')) {
    const source = document.getElementById(link.hash.slice(1));
    return ['Further reading', source?.textContent.replace('↩', '').trim() ?? ''];
  }
  all ??= fetch(path('/previews.json')).then((response) => response.json());
  const previews = await all;
  return previews[link.pathname + link.hash] ?? previews[link.pathname];
}

/** Below the link, or above it where there is no room below. */
function place(link: HTMLAnchorElement): void {
  const { left, top, bottom } = link.getBoundingClientRect();
  // As wide as it can be: where it stood last there may have been less room.
  card.style.left = '0';
  const { offsetWidth, offsetHeight } = card;
  const x = Math.min(left, document.documentElement.clientWidth - offsetWidth - MARGIN);
  const y = bottom + offsetHeight + MARGIN < innerHeight ? bottom + 4 : top - offsetHeight - 4;
  card.style.left = `${String(Math.max(MARGIN, x))}px`;
  card.style.top = `${String(y)}px`;
}

async function show(link: HTMLAnchorElement): Promise<void> {
  const preview = await previewOf(link).catch(() => undefined);
  if (!preview || shown !== link) return;
  [title.textContent, words.textContent] = preview;
  card.hidden = false;
  place(link);
  link.setAttribute('aria-describedby', card.id);
}

function hide(): void {
  clearTimeout(timer);
  shown?.removeAttribute('aria-describedby');
  shown = undefined;
  card.hidden = true;
}

function turnTo(link: HTMLAnchorElement | undefined, pause = 0): void {
  if (link === shown) {
    clearTimeout(timer);
    return;
  }
  clearTimeout(timer);
  timer = setTimeout(() => {
    hide();
    shown = link;
    if (link) void show(link);
  }, pause);
}

/** Where the pointer was last: a page that scrolls under a resting pointer points at nothing. */
let rested = '';

document.addEventListener('pointerover', ({ target, pointerType, clientX, clientY }) => {
  if (pointerType === 'touch') return;
  // The pointer may go over to the card to read on.
  if (target instanceof Node && card.contains(target)) {
    turnTo(shown);
    return;
  }
  const here = `${String(clientX)} ${String(clientY)}`;
  if (here === rested) return;
  rested = here;
  const link = linkOf(target);
  if (link || !shown?.matches(':focus-visible')) turnTo(link, PAUSE);
});
document.addEventListener('focusin', ({ target }) => {
  const link = linkOf(target);
  turnTo(link?.matches(':focus-visible') ? link : undefined);
});
document.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') hide();
});
document.addEventListener('click', (event) => {
  const link = linkOf(event.target);
  const isFirstTap = link && link !== shown && event.pointerType === 'touch';
  if (isFirstTap) {
    event.preventDefault();
    turnTo(link);
  } else turnTo(undefined);
});
addEventListener(
  'scroll',
  () => {
    if (shown && !card.hidden) place(shown);
  },
  { passive: true },
);

export {};
