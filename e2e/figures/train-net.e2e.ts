import type { Page } from 'playwright/test';
import { awake, expect, openFigure, readouts, settled, test } from '../site.ts';

const id = 'train-net';

const stepsTaken = async (page: Page): Promise<number> =>
  Number(await page.locator(`#${id} [data-out=step]`).textContent());

const button = (page: Page, name: string) =>
  page.locator(`#${id}`).getByRole('button', { name, exact: true });

/** Plays until so many steps are taken. */
async function playTo(page: Page, steps: number): Promise<void> {
  await button(page, 'Play').click();
  await expect.poll(() => stepsTaken(page), { timeout: 30_000 }).toBeGreaterThanOrEqual(steps);
}

test('Play trains, Pause puts the run into the address, and the address gives the same numbers', async ({
  quiet: page,
}) => {
  await openFigure(page, id);
  await page.getByLabel('Speed').selectOption('240 steps a second');
  await playTo(page, 200);
  await button(page, 'Pause').click();
  await settled(page, id);
  const played = await readouts(page, id);
  expect(Number(played['accuracy'])).toBeGreaterThan(0.9);
  await expect.poll(() => page.url()).toContain(`${id}.step=${String(played['step'])}`);
  await expect(page.locator(`#${id} [role=status]`)).toContainText(
    `After ${String(played['step'])}`,
  );
  await page.reload();
  await awake(page, id);
  await expect.poll(() => readouts(page, id)).toEqual(played);
});

test('a setting that is changed while it plays is taken up, at the step where the run stood', async ({
  quiet: page,
}) => {
  await openFigure(page, id);
  await playTo(page, 30);
  await page.locator(`#${id}-activation`).selectOption('relu');
  const then = await stepsTaken(page);
  await expect.poll(() => stepsTaken(page), { timeout: 30_000 }).toBeGreaterThan(then + 30);
  await button(page, 'Pause').click();
  await settled(page, id);
  const played = await readouts(page, id);
  await expect.poll(() => page.url()).toContain(`${id}.activation=relu`);
  await page.reload();
  await awake(page, id);
  await expect.poll(() => readouts(page, id)).toEqual(played);
});

test('keys typed while it plays all arrive', async ({ quiet: page }) => {
  await openFigure(page, id, `?${id}.layers=16-16&${id}.batch=128`);
  await page.getByLabel('Speed').selectOption('240 steps a second');
  await playTo(page, 20);
  const slider = page.locator(`#${id}-noise-range`);
  await slider.focus();
  const before = Number(await slider.inputValue());
  for (let press = 0; press < 5; press++) await page.keyboard.press('ArrowRight');
  await expect.poll(async () => Number(await slider.inputValue())).toBeCloseTo(before + 0.05, 6);
  await button(page, 'Pause').click();
});

test('a weight typed over is in the network and in the program, and can be taken back', async ({
  quiet: page,
}) => {
  await openFigure(page, id, `?${id}.step=20`);
  const before = await readouts(page, id);
  const field = page.locator(`#${id}`).getByRole('spinbutton', { name: 'Weight' });
  await field.fill('4.5');
  await field.press('Enter');
  await expect.poll(() => readouts(page, id)).not.toEqual(before);
  await expect.poll(() => page.url()).toContain(`${id}.edits=20_1.1.1_4.5`);
  await button(page, 'PyTorch').click();
  await expect(page.locator('dialog[open] pre')).toContainText('layers[0].weight[0, 0] = 4.5');
  await page.keyboard.press('Escape');
  await button(page, 'Undo the change').click();
  await expect.poll(() => readouts(page, id)).toEqual(before);
});

test('own points are set by a click and by keyboard', async ({ quiet: page }) => {
  await openFigure(page, id, `?${id}.data=own&${id}.points=0_0_A`);
  const chart = page.locator(`#${id} canvas`).first();
  await chart.click({ position: { x: 120, y: 120 } });
  await expect.poll(() => page.url()).toMatch(/points=0_0_A~-?[\d.]+_-?[\d.]+_A/);
  await page.getByRole('radio', { name: 'B' }).check();
  await page.getByLabel('x', { exact: true }).fill('1.5');
  await page.getByLabel('y', { exact: true }).fill('-0.5');
  await button(page, 'Add').press('Enter');
  await expect.poll(() => page.url()).toMatch(/~1\.5_-0\.5_B/);
});

test('a run that loses its numbers stops in words, while it plays too', async ({ quiet: page }) => {
  await openFigure(
    page,
    id,
    `?${id}.layers=4-4&${id}.loss=squared&${id}.optimizer=sgd&${id}.batch=1&${id}.rate=1&${id}.step=235`,
  );
  await button(page, 'Play').click();
  await expect(page.locator(`#${id} [role=status]`)).toContainText(
    /Stopped at step \d+: .*overshoots/,
  );
  await expect(button(page, 'Play')).toHaveAttribute('aria-disabled', 'true');
});

test('a long run shows how far it is and can be called off', async ({ quiet: page }) => {
  await openFigure(page, id, `?${id}.layers=16-16&${id}.batch=200`);
  const before = await readouts(page, id);
  const field = page.locator(`#${id}`).getByRole('spinbutton', { name: 'Step' });
  await field.fill('1000');
  await field.press('Enter');
  await button(page, 'Cancel').click();
  await expect(page.locator(`#${id} [role=status]`)).toContainText('Cancelled');
  await expect.poll(() => readouts(page, id)).toEqual(before);
});

test('leaving the page ends its worker', async ({ quiet: page }) => {
  await openFigure(page, id);
  await playTo(page, 5);
  await expect.poll(() => page.workers().length).toBe(1);
  await page.goto('/widgets/gradient-descent/');
  await expect.poll(() => page.workers().length).toBe(0);
});
