/** Browsers that lack something, or refuse it. */
import { readFileSync, readdirSync } from 'node:fs';
import type { Page } from 'playwright/test';
import { awake, drawn, expect, openFigure, readout, readouts, test } from '../site.ts';

/** How a worker can be missing, and what makes it so. */
const workerless: [string, (page: Page) => Promise<unknown>][] = [
  [
    'is not there',
    (page) => page.addInitScript(() => void Reflect.deleteProperty(globalThis, 'Worker')),
  ],
  ['does not come', (page) => page.route(/figure-worker/, (route) => route.abort())],
];
for (const [how, refuse] of workerless)
  test(`where a web worker ${how}, figures that train do so in the page`, async ({ page }) => {
    await refuse(page);
    await openFigure(page, 'gradient-flow');
    await expect.poll(() => readouts(page, 'gradient-flow')).toMatchObject({ ratio: '2.307e-5' });
    await page.getByLabel('Initialisation').selectOption('xavier');
    await expect(readout(page, 'gradient-flow', 'verdict')).toHaveText('flows');

    await openFigure(page, 'train-net');
    const step = async () => Number(await readout(page, 'train-net', 'step').textContent());
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await expect.poll(step).toBeGreaterThan(3);
    await page.getByRole('button', { name: 'Pause', exact: true }).click();
    await expect(page.locator('#train-net [role=status]')).toContainText(/^\s*After \d/);
  });

test('nothing needs WebAssembly or a service worker; without one the course offers nothing to keep', async ({
  quiet: page,
}) => {
  const scripts = new URL('../../dist/_astro/', import.meta.url);
  for (const name of readdirSync(scripts).filter((file) => /\.(js|wasm)$/.test(file)))
    expect(readFileSync(new URL(name, scripts), 'utf8'), name).not.toContain('WebAssembly');
  await page.addInitScript(() => {
    Reflect.deleteProperty(globalThis, 'WebAssembly');
    Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
  });
  await page.goto('/');
  await drawn(page, 'gradient-descent');
  await expect(page.locator('.offline')).toBeHidden();
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByLabel('Words to look for').fill('saddle');
  await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible();
});

test('a service worker that is refused is said, and can be asked for again', async ({
  quiet: page,
}) => {
  await page.addInitScript(() => {
    navigator.serviceWorker.register = () =>
      Promise.reject(new DOMException('The operation is insecure.', 'SecurityError'));
  });
  await page.goto('/notation/');
  const offer = page.getByRole('button', { name: 'Keep the course on this device' });
  await offer.click();
  await expect(page.locator('.offline p')).toHaveText(
    'The course could not be kept: The operation is insecure.',
  );
  await expect(offer).toBeVisible();
});

test('without a canvas a figure keeps its still picture and says so, and its numbers move', async ({
  page,
}) => {
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await page.goto('/widgets/gradient-descent/#gradient-descent');
  await awake(page, 'gradient-descent');
  const chart = page.locator('#gradient-descent .chart').first();
  await expect(chart).toContainText('The picture could not be made live.');
  await expect(chart.locator('img:visible')).toHaveCount(1);
  const before = await readouts(page, 'gradient-descent');
  await page.locator('#gradient-descent-rate-range').press('ArrowRight');
  await expect.poll(() => readouts(page, 'gradient-descent')).not.toEqual(before);
});

test('where a page may not copy, the program of a chapter is selected instead', async ({
  quiet: page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await page.goto('/gradient/');
  const cell = page.locator('.cell').first();
  await cell.getByRole('button', { name: 'Copy' }).click();
  await expect(cell.getByRole('status')).toContainText('the code is selected');
  const program = (await cell.locator('pre').first().textContent()) ?? '';
  expect(await page.evaluate(() => getSelection()?.toString().trim())).toBe(program.trim());
});
