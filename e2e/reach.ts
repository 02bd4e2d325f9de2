/** What a reader with a small window can get at. */
import type { Page } from 'playwright/test';

/** By how many pixels the page is wider than its window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });

/** Controls that stay out of the window, or behind something else, when they have taken the focus. */
export const outOfReach = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const selector = ':is(button, input, select, textarea, summary):not([type=file])';
    const controls = [...document.querySelectorAll<HTMLElement>(selector)].filter(
      (control) =>
        control.checkVisibility({ visibilityProperty: true }) && !control.closest('[inert]'),
    );
    return controls.flatMap((control) => {
      control.focus();
      const [box] = control.getClientRects();
      if (document.activeElement !== control || !box) return [];
      const there = document.elementFromPoint(
        (box.left + box.right) / 2,
        (box.top + box.bottom) / 2,
      );
      // Two points of a picture may stand on each other.
      const isThere =
        there?.contains(control) ||
        control.contains(there) ||
        there?.matches('.chart button, label, label *');
      return isThere
        ? []
        : [
            `${control.id || control.textContent.trim() || control.ariaLabel || ''} at ${String(Math.round(box.top))}`,
          ];
    });
  });
