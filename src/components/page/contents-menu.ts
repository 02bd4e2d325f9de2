/** Shuts the contents when they have served: on Escape, on a choice, on a press or a step of the focus elsewhere. */
const menu = document.querySelector<HTMLDetailsElement>('[data-contents]');

const shutUnlessIn = (target: EventTarget | null): void => {
  if (menu && !(target instanceof Node && menu.contains(target))) menu.open = false;
};

menu?.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || !menu.open) return;
  menu.open = false;
  menu.querySelector('summary')?.focus();
});
menu?.addEventListener('click', ({ target }) => {
  if (target instanceof Element && target.closest('a')) menu.open = false;
});
menu?.addEventListener('focusout', ({ relatedTarget }) => {
  if (relatedTarget !== null) shutUnlessIn(relatedTarget);
});
document.addEventListener('pointerdown', ({ target }) => {
  shutUnlessIn(target);
});

export {};
