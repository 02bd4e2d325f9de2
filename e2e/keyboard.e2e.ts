/** What can be reached by Tab alone. A trace keeps two pictures of a whole chapter for every key: none here. */
import { chapters, expect, test } from './site.ts';

test.use({ trace: 'off' });

for (const chapter of chapters)
  test(`${chapter}: Tab reaches every figure and every answer field, asleep or not`, async ({
    quiet: page,
  }) => {
    await page.goto(chapter);
    const parts = await page.evaluate(() => {
      const all = document.querySelectorAll<HTMLElement>('[data-island], [data-answer]');
      for (const part of all)
        part.addEventListener('focusin', ({ target }) => {
          if ((target as Element).matches('input, select, button')) part.dataset['reached'] = '';
        });
      return all.length;
    });
    const reached = page.locator('[data-reached]');
    for (let press = 0; press < 400 && (await reached.count()) < parts; press++)
      await page.keyboard.press('Tab');
    await expect(reached).toHaveCount(parts);
  });
