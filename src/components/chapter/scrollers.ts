/** What is cut off at its side scrolls by keyboard too; what is not is no tab stop. */
const scrollers = document.querySelectorAll<HTMLElement>(
  '.equation, .cell pre, .page .scroll[role=region], .answer .program',
);

const isCut = ({ scrollWidth, clientWidth }: Element): boolean => scrollWidth > clientWidth;

function mark(scroller: Element, isCut: boolean): void {
  scroller.toggleAttribute('data-cut', isCut);
  setOrRemove(scroller, 'tabindex', isCut && '0');
  if (!scroller.classList.contains('equation')) return;
  // A formula has no name until it is something to stop at.
  setOrRemove(scroller, 'role', isCut && 'group');
  setOrRemove(scroller, 'aria-label', isCut && 'Formula, wider than the page');
}

function setOrRemove(element: Element, name: string, value: string | false): void {
  if (value === false) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

// All are measured before one is changed: the page is laid out when this is called, and stays so.
const observer = new ResizeObserver((entries) => {
  const measured = entries.map(({ target }) => [target, isCut(target)] as const);
  for (const [scroller, isCut] of measured) mark(scroller, isCut);
});

function measureAll(): void {
  observer.disconnect();
  for (const scroller of scrollers) observer.observe(scroller);
}

function start(): void {
  measureAll();
  // A font that arrives changes how wide a line is, and not its box.
  document.fonts.addEventListener('loadingdone', measureAll);
}

// To measure what is not laid out yet would lay it out at once: see before-paint.js.
if ('laidOut' in document.documentElement.dataset) start();
else document.addEventListener('laidout', start, { once: true });

export {};
