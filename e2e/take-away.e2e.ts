import { chapters, expect, test } from './site.ts';

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
