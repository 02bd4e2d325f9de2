import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright/test';
import { serveFolder } from '../packages/tools/static.ts';
import { basedRoot } from './ports.ts';
import { awake, chapters, expect, test } from './site.ts';

async function keepOffline(page: Page): Promise<void> {
  const offer = page.getByRole('button', { name: /Keep the course on this device \(\d+ MB\)/ });
  await offer.click();
  await expect(page.locator('.offline p')).toContainText('can be read without a network', {
    timeout: 60_000,
  });
}

/** Moves the first slider of the page's first figure, once that is awake. */
async function moveFirstFigure(page: Page): Promise<void> {
  const id = (await page.locator('[data-island]').first().getAttribute('data-island')) ?? '';
  await awake(page, id);
  const slider = page.locator(`#${id} input[type=range]:enabled`).first();
  const before = await slider.inputValue();
  await slider.press(before === (await slider.getAttribute('max')) ? 'ArrowLeft' : 'ArrowRight');
  await expect(slider, id).not.toHaveValue(before);
  await expect.poll(() => page.url(), id).toContain(`${id}.`);
}

test('after one visit and one click every chapter opens offline, and a figure in it moves', async ({
  quiet: page,
}) => {
  test.slow();
  await page.goto('/');
  await keepOffline(page);
  await page.context().setOffline(true);
  for (const address of chapters) {
    await page.goto(address);
    await moveFirstFigure(page);
  }
});

test('a course below a path is kept whole, its figures alone, its other pages and what is missing too', async ({
  quiet: page,
}) => {
  test.slow();
  await page.goto(basedRoot);
  await keepOffline(page);
  await page.context().setOffline(true);
  await page.goto(`${basedRoot}gradient`);
  await expect(page).toHaveURL(`${basedRoot}gradient/`);
  await moveFirstFigure(page);
  await page.goto(`${basedRoot}widgets/train-net/`);
  await moveFirstFigure(page);
  await page.locator('a', { hasText: 'Calculus for Deep Learning' }).click();
  await expect(page).toHaveURL(/\/course\/[\w-]+\/#train-net$/);
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByLabel('Words to look for').fill('saddle');
  await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible();
  await page.goto(`${basedRoot}no-such-page/`);
  await expect(page.locator('main a[href="/course/#contents"]')).toBeVisible();
});

test('a kept course stays one build until the reader takes the new one, and what was typed stays', async ({
  page,
}) => {
  test.slow();
  const folder = mkdtempSync(join(tmpdir(), 'course-'));
  cpSync(fileURLToPath(new URL('../dist/', import.meta.url)), folder, { recursive: true });
  const site = await serveFolder({ folder });
  const chapter = chapters[0] ?? '';
  await page.goto(site.origin + chapter);
  await keepOffline(page);

  const file = join(folder, chapter, 'index.html');
  const renewed = readFileSync(file, 'utf8').replace(/(<h1[^>]*>)[^<]*/, '$1Another title');
  writeFileSync(file, renewed);
  await page.goto(`${site.origin}/`);
  await page.goto(site.origin + chapter);
  await expect(page.locator('h1')).not.toHaveText('Another title');

  publish(folder, chapter.slice(1), renewed);
  await page.reload();
  const notice = page.locator('.new-version');
  await expect(notice).toContainText('A new version of the course is there', { timeout: 30_000 });
  await expect(page.locator('h1')).not.toHaveText('Another title');
  const field = page.locator('[data-answer] input[type=text]').first();
  await field.fill('2.5');
  await notice.getByRole('button', { name: 'Reload' }).click();
  await expect(page.locator('h1')).toHaveText('Another title');
  await expect(field).toHaveValue('2.5');
  site.stop();
  rmSync(folder, { recursive: true });
});

/** Writes the service worker that a build with this page would have. */
function publish(folder: string, path: string, content: string): void {
  const file = join(folder, 'service-worker.js');
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 16);
  const worker = readFileSync(file, 'utf8')
    .replace(/"id":"\w+"/, '"id":"another"')
    .replace(new RegExp(`("path":"${path}","hash":")\\w+`), `$1${hash}`);
  writeFileSync(file, worker);
}
