/** A reader who goes away and comes back: to a tab that was hidden, and by the back button. */
import { type BrowserContext, chromium, type Page } from 'playwright/test';
import config from '../playwright.config.ts';
import { root } from '../ports.ts';
import { expect, openFigure, readout, test } from '../site.ts';

const hide = (page: Page, state: 'hidden' | 'visible') =>
  page.evaluate((visibility) => {
    Object.defineProperty(document, 'visibilityState', { value: visibility, configurable: true });
    Object.defineProperty(document, 'hidden', {
      value: visibility === 'hidden',
      configurable: true,
    });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);

test('a tab that is hidden for an hour plays on from where it was left, when it is asked to', async ({
  quiet: page,
}) => {
  await page.clock.install();
  for (const [id, place] of [
    ['gradient-descent', '.count'],
    ['train-net', 'output[data-out=step]'],
  ] as const) {
    await openFigure(page, id);
    const reached = page.locator(`#${id} ${place}`);
    const play = page.locator(`#${id}`).getByRole('button', { name: 'Play', exact: true });
    await play.click();
    await expect(reached).toHaveText(/^[1-9]/);
    await hide(page, 'hidden');
    await expect(play).toBeVisible();
    const left = (await reached.textContent()) ?? '';
    await page.clock.fastForward('01:00:00');
    await hide(page, 'visible');
    await expect(play).toBeVisible();
    await expect(reached).toHaveText(left);
    await play.click();
    await expect(reached).not.toHaveText(left);
  }
});

test.describe('with the cache that browsers keep pages in', () => {
  let context: BrowserContext;
  test.beforeAll(async () => {
    const browser = await chromium.launch({
      ...config.use?.launchOptions,
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    });
    context = await browser.newContext({ baseURL: root });
  });
  test.afterAll(() => context.browser()?.close());

  /** Marks a page that comes back out of the cache, where one that is loaded again would prove nothing. */
  async function newPage(): Promise<Page> {
    const page = await context.newPage();
    await page.addInitScript(() => {
      addEventListener('pageshow', ({ persisted }) => {
        document.documentElement.toggleAttribute('data-came-back', persisted);
      });
    });
    return page;
  }

  async function comeBack(page: Page): Promise<void> {
    // A page that comes out of the cache is not loaded.
    await page.goBack({ waitUntil: 'commit' });
    await expect(page.locator('html')).toHaveAttribute('data-came-back');
  }

  test('a figure that computes when it is left has computed when one comes back, and moves once for each key', async () => {
    const page = await newPage();
    const id = 'gradient-flow';
    await openFigure(page, id);
    await page.getByLabel('Initialisation').selectOption('xavier');
    await page.goto('/notation/');
    await comeBack(page);
    await expect(readout(page, id, 'verdict')).toHaveText('flows');
    const depth = page.locator(`#${id}-depth-range`);
    const before = Number(await depth.inputValue());
    await depth.press('ArrowLeft');
    await expect(depth).toHaveValue(String(before - 1));
    await page.getByLabel('Initialisation').selectOption('default');
    await expect(readout(page, id, 'verdict')).toHaveText('vanishes');
  });

  test('the first page comes back with its player paused, the place where one has been and the theme of now', async () => {
    const page = await newPage();
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto('/');
    const count = page.locator('#gradient-descent .count');
    await expect(count).toHaveText(/^[1-9] of 10$/);
    await page.goto('/hessian/#newton');
    await expect
      .poll(() => page.evaluate(() => localStorage.getItem('place')))
      .toContain('/hessian/#newton');
    await page.getByRole('button', { name: 'Dark theme' }).click();
    await comeBack(page);
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
    await expect(page.getByRole('link', { name: /^Continue with chapter 5: / })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Start with chapter 1' })).toHaveCount(1);
  });
});
