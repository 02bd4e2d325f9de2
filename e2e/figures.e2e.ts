import AxeBuilder from '@axe-core/playwright';
import { awake, chapters, expect, figures, openFigure, readouts, test } from './site.ts';

test('the gallery lists at least the five figures of the first chapter', () => {
  expect(figures.length).toBeGreaterThanOrEqual(5);
});

for (const id of figures) {
  test(`${id}: the first slider by keyboard changes a readout, Reset restores it`, async ({
    quiet: page,
  }) => {
    await openFigure(page, id);
    const before = await readouts(page, id);
    const slider = page.locator(`#${id} input[type=range]`).first();
    await slider.focus();
    for (let press = 0; press < 8; press++) await page.keyboard.press('ArrowRight');
    await expect.poll(() => readouts(page, id)).not.toEqual(before);
    await expect(page.locator(`#${id} [role=status]`)).not.toBeEmpty();
    await page.locator(`#${id}`).getByRole('button', { name: 'Reset' }).click();
    await expect.poll(() => readouts(page, id)).toEqual(before);
  });

  test(`${id}: the address that Share copies restores the state`, async ({
    quiet: page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await openFigure(page, id);
    const slider = page.locator(`#${id} input[type=range]`).first();
    await slider.focus();
    for (let press = 0; press < 5; press++) await page.keyboard.press('ArrowRight');
    const changed = await readouts(page, id);
    await page.locator(`#${id}`).getByRole('button', { name: 'Share' }).click();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toContain(`${id}.`);
    const link = await page.evaluate(() => navigator.clipboard.readText());
    await page.goto('about:blank');
    await page.goto(link);
    await awake(page, id);
    await expect.poll(() => readouts(page, id)).toEqual(changed);
  });

  test(`${id}: a broken address is survived and said`, async ({ quiet: page }) => {
    const label = await (async () => {
      await openFigure(page, id);
      return readouts(page, id);
    })();
    await page.goto('about:blank');
    await openFigure(page, id, `?${id}.nonsense=1&${id}.=2&${id}.x=banana`);
    expect(await readouts(page, id)).toEqual(label);
    await expect(page.locator(`#${id} [role=status]`)).toContainText(/nonsense/);
  });

  test(`${id}: the table agrees with itself as CSV, and every cell carries its number`, async ({
    quiet: page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await openFigure(page, id);
    const figure = page.locator(`#${id}`);
    await figure.locator('summary', { hasText: 'Data' }).click();
    const rows = await figure.locator('table').first().locator('tbody tr').count();
    expect(rows).toBeGreaterThan(0);
    await figure.getByRole('button', { name: /CSV/ }).first().click();
    await expect
      .poll(
        async () =>
          (await page.evaluate(() => navigator.clipboard.readText())).trim().split('\n').length,
      )
      .toBeGreaterThanOrEqual(rows + 1);
    const bad = await figure
      .locator('td[data-value]')
      .evaluateAll(
        (cells) => cells.filter((cell) => /NaN|undefined/.test(cell.textContent)).length,
      );
    expect(bad).toBe(0);
  });

  test(`${id}: PyTorch shows a program that can be copied, and Escape gives the focus back`, async ({
    quiet: page,
  }) => {
    await openFigure(page, id);
    const button = page.locator(`#${id}`).getByRole('button', { name: 'PyTorch' });
    await button.click();
    await expect(page.locator('dialog[open] pre')).toContainText('import torch');
    await page.keyboard.press('Escape');
    await expect(page.locator('dialog[open]')).toHaveCount(0);
    await expect(button).toBeFocused();
  });

  test(`${id}: awake and in the dark it has no accessibility violation`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await openFigure(page, id);
    const { violations } = await new AxeBuilder({ page }).include(`#${id}`).analyze();
    expect(
      violations.map(({ id: rule, nodes }) => `${rule}: ${nodes.map((n) => n.html).join('\n')}`),
    ).toEqual([]);
  });
}

for (const chapter of chapters)
  test(`${chapter}: every figure wakes when it comes near, and nothing jumps`, async ({
    quiet: page,
  }) => {
    await page.goto(chapter);
    const shift = page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let total = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) {
              const { value, hadRecentInput } = entry as unknown as {
                value: number;
                hadRecentInput: boolean;
              };
              if (!hadRecentInput) total += value;
            }
          }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => {
            resolve(total);
          }, 6000);
        }),
    );
    const islands = await page
      .locator('figure[data-widget]')
      .evaluateAll((all) => all.map((one) => one.id));
    expect(islands.length).toBeGreaterThan(0);
    for (const id of islands) await awake(page, id);
    expect(await shift).toBeLessThan(0.02);
  });
