/** What is particular to the slice of a network's loss. */
import { expect, openFigure, readouts, test } from '../site.ts';

const id = 'loss-landscape';

test('another plane through the same network keeps its loss and sharpness', async ({
  quiet: page,
}) => {
  await openFigure(page, id);
  const before = await readouts(page, id);
  expect(before['shown']).toMatch(/^9\d/);
  await page.locator(`#${id}-direction`).selectOption('random');
  await expect(page.locator(`#${id} output[data-out=shown]`)).not.toHaveText(before['shown'] ?? '');
  const after = await readouts(page, id);
  expect(after['centre-loss']).toBe(before['centre-loss']);
  expect(after['sharpness']).toBe(before['sharpness']);
});

test('the surface turns by key and by drag', async ({ quiet: page }) => {
  await openFigure(page, id);
  const patch = page.locator(`#${id} svg polygon`).first();
  const turn = page.locator(`#${id}-view-turn`);
  const first = await patch.getAttribute('points');
  await turn.focus();
  await page.keyboard.press('ArrowRight');
  const second = await patch.getAttribute('points');
  expect(second).not.toBe(first);
  const box = await page.locator(`#${id} svg:has(polygon)`).boundingBox();
  if (!box) throw new Error('no surface');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 + 40, box.y + box.height / 2 + 10);
  await page.mouse.up();
  expect(await patch.getAttribute('points')).not.toBe(second);
});

test('while the worker trains, the page is not held up', async ({ quiet: page }) => {
  await openFigure(page, id);
  await page.waitForTimeout(500);
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(window, { tasks });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ type: 'longtask' });
  });
  const { 'centre-loss': before = '' } = await readouts(page, id);
  await page.locator(`#${id}-data`).selectOption('xor');
  await expect(page.locator(`#${id} output[data-out=centre-loss]`)).not.toHaveText(before);
  const tasks = await page.evaluate(() => (window as unknown as { tasks: number[] }).tasks);
  test.info().annotations.push({ type: 'long tasks', description: tasks.join(' ') });
  // The same work takes several hundred milliseconds on the page itself.
  expect(Math.max(0, ...tasks)).toBeLessThan(200);
});
