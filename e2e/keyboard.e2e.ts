/** What can be reached by Tab alone, and is seen when it is. A trace keeps two pictures of a chapter for every key: none here. */
import type { Page } from 'playwright/test';
import { chapters, expect, test } from './site.ts';

test.use({ trace: 'off' });

/** Every chapter is walked through at one of them; a figure's parts change places between them. */
const sizes = [
  { width: 390, height: 844 },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
];

/** How many figures and answer fields have had the focus, and what has it now without being seen. */
const look = (page: Page): Promise<{ reached: number; unseen: string }> =>
  page.evaluate(() => {
    const isSeen = (element: Element): boolean => {
      // A link that is broken has a box in each of its lines.
      const [box] = element.getClientRects();
      if (!box) return false;
      const { left, right, top, bottom } = box;
      const x = (Math.max(0, left) + Math.min(innerWidth, right)) / 2;
      const y = (Math.max(0, top) + Math.min(innerHeight, bottom)) / 2;
      // Its own preview may reach over a link that a waking figure has moved.
      const there = document
        .elementsFromPoint(x, y)
        .find((one) => one.closest('#preview') === null);
      return there !== undefined && (element.contains(there) || there.contains(element));
    };
    const { activeElement: focused, body } = document;
    const isFine =
      focused === null ||
      focused === body ||
      (isSeen(focused) && getComputedStyle(focused).outlineStyle !== 'none');
    return {
      reached: document.querySelectorAll('[data-reached]').length,
      unseen: isFine ? '' : focused.outerHTML.slice(0, 120),
    };
  });

for (const [index, chapter] of chapters.entries())
  test(`${chapter}: Tab reaches every figure and every answer field, asleep or not, and is seen where it is`, async ({
    quiet: page,
  }) => {
    await page.setViewportSize(sizes[index % sizes.length] ?? { width: 1280, height: 800 });
    await page.goto(chapter);
    const parts = await page.evaluate(() => {
      const all = document.querySelectorAll<HTMLElement>('[data-island], [data-answer]');
      for (const part of all)
        part.addEventListener('focusin', ({ target }) => {
          if ((target as Element).matches('input, select, button')) part.dataset['reached'] = '';
        });
      return all.length;
    });
    let reached = 0;
    for (let press = 0; press < 400 && reached < parts; press++) {
      await page.keyboard.press('Tab');
      const seen = await look(page);
      ({ reached } = seen);
      // A figure that has just woken may still be taking its place.
      if (seen.unseen !== '') await expect.poll(async () => (await look(page)).unseen).toBe('');
    }
    expect(reached).toBe(parts);
  });
