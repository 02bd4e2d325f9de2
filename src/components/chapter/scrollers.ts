/** What is cut off at its side scrolls by keyboard too; what is not is no tab stop. */
const scrollers = document.querySelectorAll<HTMLElement>(
  '.equation, .cell pre, .page .scroll[role=region], .answer .program',
);

function follow(scroller: HTMLElement): void {
  const isCut = scroller.scrollWidth > scroller.clientWidth;
  scroller.toggleAttribute('data-cut', isCut);
  if (isCut) scroller.tabIndex = 0;
  else scroller.removeAttribute('tabindex');
  if (!scroller.classList.contains('equation')) return;
  // A formula has no name until it is something to stop at.
  if (isCut) scroller.setAttribute('role', 'group');
  else scroller.removeAttribute('role');
  if (isCut) scroller.setAttribute('aria-label', 'Formula, wider than the page');
  else scroller.removeAttribute('aria-label');
}

const observer = new ResizeObserver((entries) => {
  for (const { target } of entries) if (target instanceof HTMLElement) follow(target);
});
for (const scroller of scrollers) observer.observe(scroller);
// A font that arrives changes how wide a line is, and not its box.
void document.fonts.ready.then(() => {
  scrollers.forEach(follow);
});

export {};
