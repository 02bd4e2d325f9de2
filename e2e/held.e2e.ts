/** A slider that is held: what is seen follows, and what was come to is said once, when it is let go. */
import type { Page } from 'playwright/test';
import { expect, openFigure, readout, settled, test } from './site.ts';

const firstSlider = (page: Page, id: string) =>
  page.locator(`#${id} .side input[type=range]:enabled`).first();

test('a key that is held moves the numbers; the sentence and the address come when it is let go', async ({
  quiet: page,
}) => {
  const id = 'gradient-descent';
  await openFigure(page, id);
  const status = page.locator(`#${id} [role=status]`);
  const finalX = readout(page, id, 'final-x');
  await firstSlider(page, id).focus();
  await page.keyboard.down('ArrowRight');
  await expect.poll(() => page.url()).toContain('rate=');
  await settled(page, id);
  const [said, address, shown] = [
    await status.textContent(),
    page.url(),
    await finalX.textContent(),
  ];
  for (let press = 0; press < 5; press++) await page.keyboard.down('ArrowRight');
  await expect(finalX).not.toHaveText(shown ?? '');
  expect(page.url()).toBe(address);
  await expect(status).toHaveText(said ?? '');
  await page.keyboard.up('ArrowRight');
  await expect.poll(() => page.url()).not.toBe(address);
  await expect(status).not.toHaveText(said ?? '');
});

test('what the worker gives is shown while a slider is held', async ({ quiet: page }) => {
  const id = 'loss-landscape';
  await openFigure(page, id);
  const sharpness = readout(page, id, 'sharpness');
  const seen = new Set<string>();
  await firstSlider(page, id).focus();
  await expect(async () => {
    await page.keyboard.down('ArrowRight');
    seen.add((await sharpness.textContent()) ?? '');
    expect(seen.size).toBeGreaterThan(2);
  }).toPass({ intervals: [30], timeout: 30_000 });
  await page.keyboard.up('ArrowRight');
  await settled(page, id);
});

test('a picture that nobody sees follows when the slider is let go, or when it comes into view', async ({
  quiet: page,
}) => {
  const id = 'partial-slices';
  await page.setViewportSize({ width: 390, height: 600 });
  await openFigure(page, id);
  const slider = firstSlider(page, id);
  const cut = page.locator(`#${id} .more [role=img]`).first();
  const value = readout(page, id, 'value');
  await slider.focus();
  await expect(cut).not.toBeInViewport();
  await page.keyboard.down('ArrowRight');
  await settled(page, id);
  const [before, shown] = [await cut.getAttribute('aria-label'), await value.textContent()];
  for (let press = 0; press < 3; press++) await page.keyboard.down('ArrowRight');
  await expect(value).not.toHaveText(shown ?? '');
  await expect(cut).toHaveAttribute('aria-label', before ?? '');
  await page.evaluate(() => {
    scrollTo(0, document.body.scrollHeight);
  });
  await expect(cut).not.toHaveAttribute('aria-label', before ?? '');
  await page.keyboard.up('ArrowRight');
});
