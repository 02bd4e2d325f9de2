/** What is particular to the attention block: matrices that explain themselves, stages, checks, both ends of the temperature. */
import type { Page } from 'playwright/test';
import { expect, goWithin, numberOf, openFigure, test } from '../site.ts';

const id = 'attention-backprop';
const at = (settings: Record<string, string>) =>
  `?${new URLSearchParams(Object.entries(settings).map(([key, value]) => [`${id}.${key}`, value])).toString()}`;

const figure = (page: Page) => page.locator(`#${id}`);
const matrix = (page: Page, name: RegExp) => figure(page).getByRole('grid', { name });
const entry = (page: Page, name: RegExp, row: number, column: number) =>
  matrix(page, name).locator('tbody tr').nth(row).locator('td').nth(column);
const working = (page: Page) => figure(page).locator('.working');
const checks = (page: Page) => figure(page).locator('.checks tbody tr');

test('every gradient by hand is shown beside autograd’s, and they agree', async ({
  quiet: page,
}) => {
  await openFigure(page, id);
  await expect(async () => {
    const rows = await checks(page).evaluateAll((all) =>
      all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.innerText)),
    );
    expect(rows).toHaveLength(17);
    for (const [byHand, autograd, difference] of rows) {
      expect(byHand).toBe(autograd);
      expect(Number(difference?.replaceAll('−', '-'))).toBeLessThan(1e-14);
    }
  }).toPass({ timeout: 20_000 });
  await expect.poll(() => numberOf(page, id, 'by-hand-error')).toBeLessThan(1e-14);
});

test('pointing at an entry fills in its formula, and arrow keys go on from there', async ({
  quiet: page,
}) => {
  await openFigure(page, id, at({ stage: '16' }));
  await entry(page, /^Gradient of scores/, 2, 1).hover();
  await expect(working(page)).toContainText('saw (row 2) looks at cat (column 1)');
  await expect(working(page)).toContainText('dS[2, 1] = A[2, 1] · (dA[2, 1] − Σₖ');
  await entry(page, /^Gradient of scores/, 2, 1).focus();
  await page.keyboard.press('ArrowRight');
  await expect(working(page)).toContainText('dS[2, 2] =');
  await expect(entry(page, /^Gradient of scores/, 2, 2)).toBeFocused();
});

test('masked scores are −∞ and their weights 0; what is not computed yet is a dot', async ({
  quiet: page,
}) => {
  await openFigure(page, id, at({ stage: '5' }));
  await expect(entry(page, /^masked scores/, 0, 1)).toHaveText('−∞');
  await expect(entry(page, /^attention weights/, 0, 1)).toHaveText('0');
  const gradient = figure(page).getByRole('table', { name: /^Gradient of scores/ });
  await expect(gradient.locator('tbody td').first()).toHaveText('·');
  await expect(checks(page).first().locator('td').first()).toHaveText('·');
  await figure(page).getByRole('button', { name: 'Step back' }).click();
  await figure(page).getByRole('button', { name: 'Step back' }).click();
  await expect(entry(page, /^scores/, 0, 1)).not.toHaveText('−∞');
});

test('both ends of the temperature are answered in words', async ({ quiet: page }) => {
  await openFigure(page, id);
  for (const [temperature, words] of [
    ['0.02', /saturated.*hardly any gradient reaches queries and keys/],
    ['50', /nearly equal.*division by τ leaves/],
  ] as const)
    await test.step(`a temperature of ${temperature} is answered in words`, async () => {
      await goWithin(page, id, at({ temperature, causal: 'no' }));
      await expect(figure(page).locator('[role=status]')).toContainText(words);
      await expect(figure(page)).not.toContainText(/NaN|Infinity|undefined/, {
        useInnerText: true,
      });
    });
});
