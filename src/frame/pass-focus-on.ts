import { tick } from 'svelte';

/** Whoever stands on something that goes away stands on a setting of the figure then, not on nothing. */
export function passFocusOn(element: HTMLElement): () => void {
  const figure = element.closest('figure');
  return () => {
    if (!element.contains(document.activeElement)) return;
    void tick().then(() => figure?.querySelector<HTMLElement>('input, select')?.focus());
  };
}
