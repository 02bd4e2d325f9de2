/** What every figure does, tried on its own page. One visit serves for all that can share it. */
import type { Page } from 'playwright/test';
import {
  awake,
  expect,
  figures,
  goWithin,
  openData,
  parseCsv,
  queryOf,
  readouts,
  states,
  test,
} from './site.ts';

const status = (page: Page, id: string) => page.locator(`#${id} [role=status]`);
const firstSlider = (page: Page, id: string) => page.locator(`#${id} input[type=range]`).first();
const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

/** The addresses of a figure's states; the first is that of its defaults. */
const queries = (id: string): string[] =>
  (states.get(id) ?? [{}]).map((state) => queryOf(id, state));

/** Holds back what is asked for at such addresses, until the gate is opened. */
async function holdBack(page: Page, addresses: RegExp): Promise<{ open: () => Promise<void> }> {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  await page.route(addresses, async (route) => {
    await opened;
    await route.continue();
  });
  return {
    open: () => {
      open();
      return page.unrouteAll({ behavior: 'wait' });
    },
  };
}

/** What each table's button copies, and what the table shows: cells in full precision, heads as they are. */
const copiedTables = (page: Page, id: string): Promise<{ csv: string; cells: string[][] }[]> =>
  page.evaluate(async (figure) => {
    const copies: string[] = [];
    // Share is tried with the real clipboard; a hundred tables would wait for it too long.
    navigator.clipboard.writeText = (text) => Promise.resolve(void copies.push(text));
    const details = document.querySelector(`#${figure} details:has(table)`);
    const buttons = [...(details?.querySelectorAll('button') ?? [])];
    for (const button of buttons) if (button.textContent.includes('CSV')) button.click();
    await new Promise((resolve) => setTimeout(resolve));
    const tables = [...(details?.querySelectorAll('table') ?? [])];
    if (tables.length !== copies.length)
      throw new Error(`${tables.length} tables, but ${copies.length} copies`);
    return tables.map((table, index) => ({
      csv: copies[index] ?? '',
      cells: [...table.rows].map((row) =>
        [...row.cells].map((cell) => cell.dataset['value'] ?? cell.textContent),
      ),
    }));
  }, id);

test('the gallery lists at least the five figures of the first chapter', () => {
  expect(figures.length).toBeGreaterThanOrEqual(5);
});

for (const id of figures)
  test(`${id}: asleep and awake, by slider and address, shared, reset, and in every state with its tables`, async ({
    quiet: page,
    context,
  }) => {
    test.slow();
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const figure = page.locator(`#${id}`);

    await test.step('a key pressed while it sleeps moves it when it wakes, and the focus stays', async () => {
      // Its code comes late, so that it still sleeps when the key is pressed.
      const gate = await holdBack(page, /_astro\/[A-Z](?!.*\.astro_)[^/]*\.js$/);
      await page.goto(`/widgets/${id}/`, { waitUntil: 'commit' });
      const slider = firstSlider(page, id);
      await expect(page.locator('html')).toHaveAttribute('data-scripts', '');
      const first = await slider.inputValue();
      await slider.focus();
      await page.keyboard.press('ArrowLeft');
      const moved = await slider.inputValue();
      await expect(page.locator(`[data-island="${id}"]`)).not.toHaveAttribute('data-awake');
      await gate.open();
      await awake(page, id);
      await expect(slider).toBeFocused();
      await expect(slider).toHaveValue(moved);
      if (moved !== first) await expect.poll(() => page.url()).toContain(`?${id}.`);
      await figure.getByRole('button', { name: 'Reset' }).click();
      await expect(slider).toHaveValue(first);
      await expect.poll(() => page.url()).not.toContain(`?${id}.`);
    });
    const before = await readouts(page, id);

    await test.step('the first slider by keyboard changes a readout, says so, and is in the address', async () => {
      await firstSlider(page, id).focus();
      for (let press = 0; press < 8; press++) await page.keyboard.press('ArrowRight');
      await expect.poll(() => readouts(page, id)).not.toEqual(before);
      await expect(status(page, id)).not.toBeEmpty();
      await expect.poll(() => page.url()).toContain(`?${id}.`);
    });
    const changed = await readouts(page, id);
    const said = (await status(page, id).textContent()) ?? '';

    await test.step('the address that Share copies restores it, and nothing was added to the history', async () => {
      await figure.getByRole('button', { name: 'Share' }).click();
      await expect.poll(() => copied(page)).toBe(page.url());
      await page.reload();
      await awake(page, id);
      await expect.poll(() => readouts(page, id)).toEqual(changed);
      await expect(status(page, id)).toHaveText(said);
      expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(2);
    });

    await test.step('PyTorch shows a program, and Escape gives the focus back', async () => {
      const button = figure.getByRole('button', { name: 'PyTorch' });
      await button.click();
      await expect(page.locator('dialog[open] pre')).toContainText('import torch');
      await page.keyboard.press('Escape');
      await expect(page.locator('dialog[open]')).toHaveCount(0);
      await expect(button).toBeFocused();
    });

    await test.step('Reset restores the first settings', async () => {
      await figure.getByRole('button', { name: 'Reset' }).click();
      await expect.poll(() => readouts(page, id)).toEqual(before);
    });

    await test.step('a broken address is survived and said', async () => {
      await goWithin(page, id, `?${id}.nonsense=1&${id}.=2&${id}.x=banana`);
      await expect.poll(() => readouts(page, id)).toEqual(before);
      await expect(status(page, id)).toContainText(/nonsense/);
    });

    await test.step('in every state each table agrees with its CSV cell by cell', async () => {
      await openData(page, id);
      for (const query of queries(id)) {
        await goWithin(page, id, query);
        const tables = await copiedTables(page, id);
        expect(tables.length).toBeGreaterThan(0);
        for (const { csv, cells } of tables) expect(parseCsv(csv)).toEqual(cells);
      }
    });
  });
