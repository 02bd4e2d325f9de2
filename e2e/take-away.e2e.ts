import { readFile } from 'node:fs/promises';
import { chapters, drawn, expect, openData, openFigure, parseCsv, test } from './site.ts';

interface Notebook {
  nbformat: number;
  cells: { cell_type: string; id: string; source: string[]; outputs?: { text: string[] }[] }[];
}

test('each chapter links to its notebook and to its programs, which hold what the page shows', async ({
  page,
  request,
}) => {
  await page.goto('/chain-rule/');
  const take = page.locator('.take');
  await expect(take.getByRole('link')).toHaveCount(2);
  const shown = await page.locator('.cell pre.output').allTextContents();
  for (const chapter of chapters) {
    const file = await request.get(`${chapter.slice(0, -1)}.ipynb`);
    expect(file.status(), chapter).toBe(200);
    const { cells, nbformat } = (await file.json()) as Notebook;
    expect(nbformat).toBe(4);
    expect(new Set(cells.map(({ id }) => id)).size).toBe(cells.length);
    const text = cells.flatMap(({ source }) => source).join('');
    expect(text, chapter).not.toMatch(/undefined|\[object|<Widget|\\(?:x|g|lr)\{/);
    if (chapter !== '/chain-rule/') continue;
    const printed = cells.flatMap(({ outputs }) => outputs ?? []).map((one) => one.text.join(''));
    expect(printed.map((output) => output.trim())).toEqual(shown.map((output) => output.trim()));
  }
  const programs = await request.get('/chain-rule.py');
  expect(await programs.text()).toContain('# %% ');
});

test('a figure gives its table as a CSV file and its charts as PNG', async ({ quiet: page }) => {
  await openFigure(page, 'gradient-descent');
  await drawn(page, 'gradient-descent');
  await openData(page, 'gradient-descent');
  const figure = page.locator('#gradient-descent');
  const saved = page.waitForEvent('download');
  await figure.getByRole('button', { name: 'Download CSV' }).first().click();
  const rows = parseCsv(await readFile(await (await saved).path(), 'utf8'));
  expect(rows[0]?.[0]).toBe('Step');
  // A head and ten steps of x, f(x), gradient and next x.
  expect(rows).toHaveLength(11);
  const picture = page.waitForEvent('download');
  await figure.getByRole('button', { name: 'Download charts as PNG' }).click();
  const bytes = await readFile(await (await picture).path());
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
});
