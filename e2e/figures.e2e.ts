import AxeBuilder from '@axe-core/playwright';
import {
  awake,
  cellsOf,
  chapters,
  expect,
  figures,
  openFigure,
  parseCsv,
  queryOf,
  readouts,
  states,
  test,
} from './site.ts';

/** The addresses of a figure's states; the first is that of its defaults. */
const queries = (id: string): string[] =>
  (states.get(id) ?? [{}]).map((state) => queryOf(id, state));

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

  test(`${id}: every table agrees with its CSV cell by cell, in every state`, async ({
    quiet: page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    test.slow();
    for (const query of queries(id)) {
      await page.goto('about:blank');
      await openFigure(page, id, query);
      await page.locator(`#${id} summary`, { hasText: 'Data' }).click();
      const tables = page.locator(`#${id} table`);
      await expect(tables).not.toHaveCount(0);
      const copies = page.locator(`#${id}`).getByRole('button', { name: 'Copy as CSV' });
      expect(await copies.count()).toBe(await tables.count());
      for (const [index, table] of (await tables.all()).entries()) {
        await page.evaluate(() => navigator.clipboard.writeText(''));
        await copies.nth(index).click();
        await expect
          .poll(async () => parseCsv(await page.evaluate(() => navigator.clipboard.readText())))
          .toEqual(await cellsOf(table));
      }
    }
  });

  test(`${id}: what was moved is in the address when it is let go, and a reload restores it`, async ({
    quiet: page,
  }) => {
    await openFigure(page, id);
    const slider = page.locator(`#${id} input[type=range]`).first();
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.url()).toContain(`?${id}.`);
    const changed = await readouts(page, id);
    const said = await page.locator(`#${id} [role=status]`).textContent();
    await page.reload();
    await awake(page, id);
    await expect.poll(() => readouts(page, id)).toEqual(changed);
    await expect(page.locator(`#${id} [role=status]`)).toHaveText(said ?? '');
    expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(2);
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

for (const id of figures)
  test(`${id}: a key pressed while it sleeps moves it when it wakes, and the focus stays`, async ({
    quiet: page,
  }) => {
    // Its code comes late, so that it still sleeps when the key is pressed.
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    await page.route(/_astro\/[A-Z](?!.*\.astro_)[^/]*\.js$/, async (route) => {
      await gate;
      await route.continue();
    });
    await page.goto(`/widgets/${id}/`, { waitUntil: 'commit' });
    const slider = page.locator(`#${id} input[type=range]`).first();
    await expect(page.locator('html')).toHaveAttribute('data-scripts', '');
    const before = await slider.inputValue();
    await slider.focus();
    await page.keyboard.press('ArrowLeft');
    const moved = await slider.inputValue();
    await expect(page.locator(`[data-island="${id}"]`)).not.toHaveAttribute('data-awake');
    open();
    await awake(page, id);
    await expect(slider).toBeFocused();
    await expect(slider).toHaveValue(moved);
    if (moved !== before) await expect.poll(() => page.url()).toContain(`?${id}.`);
  });
