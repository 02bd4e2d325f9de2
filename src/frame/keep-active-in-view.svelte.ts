import { tick } from 'svelte';

/**
 * A picture taller than its window can be scrolled by keyboard too, and shows what is active in it
 * whenever the step changes.
 */
export const keepActiveInView =
  (step: () => number) =>
  (window: HTMLElement): (() => void) => {
    const observer = new ResizeObserver(() => {
      if (overflows(window)) window.tabIndex = 0;
      else window.removeAttribute('tabindex');
    });
    observer.observe(window);
    $effect(() => {
      step();
      void tick().then(() => {
        show(window);
      });
    });
    return () => {
      observer.disconnect();
    };
  };

const overflows = ({ scrollHeight, clientHeight }: HTMLElement): boolean =>
  scrollHeight > clientHeight + 1;

/** Scrolls the window, and nothing around it, to the middle of what is active. */
function show(window: HTMLElement): void {
  const active = [...window.querySelectorAll('.active')].map((one) => one.getBoundingClientRect());
  if (active.length === 0 || !overflows(window)) return;
  const { top, height } = window.getBoundingClientRect();
  const [first, last] = [
    Math.min(...active.map((box) => box.top)),
    Math.max(...active.map((box) => box.bottom)),
  ];
  if (first >= top && last <= top + height) return;
  window.scrollTop += (first + last) / 2 - (top + height / 2);
}
