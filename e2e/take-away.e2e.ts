import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright/test';
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

/** Presses a button of a figure's data and reads the first file of this kind that is saved. */
async function savedBy(page: Page, id: string, name: string): Promise<Buffer> {
  const kind = `.${(name.split(' ').at(-1) ?? '').toLowerCase()}`;
  const saved = page.waitForEvent('download', (file) => file.suggestedFilename().endsWith(kind));
  await page.locator(`#${id}`).getByRole('button', { name }).first().click();
  return readFile(await (await saved).path());
}

/** Texts, strokes and number of paths of an SVG file, as a browser reads it. */
const readSvg = (page: Page, file: Buffer) =>
  page.evaluate((source) => {
    const { documentElement: svg } = new DOMParser().parseFromString(source, 'image/svg+xml');
    return {
      root: svg.localName,
      title: svg.querySelector('title')?.textContent,
      texts: [...svg.querySelectorAll('text:not([aria-hidden])')].map((text) => text.textContent),
      strokes: [...svg.querySelectorAll('[stroke]')].map((path) => path.getAttribute('stroke')),
      paths: svg.querySelectorAll('path').length,
    };
  }, file.toString('utf8'));

test('a figure gives its table as a CSV file and its pictures as PNG and SVG', async ({
  quiet: page,
}) => {
  const id = 'gradient-descent';
  await openFigure(page, id);
  await drawn(page, id);
  await openData(page, id);
  const rows = parseCsv((await savedBy(page, id, 'Download CSV')).toString('utf8'));
  expect(rows[0]?.[0]).toBe('Step');
  // A head and ten steps of x, f(x), gradient and next x.
  expect(rows).toHaveLength(11);
  const png = await savedBy(page, id, 'Download pictures as PNG');
  expect(png.subarray(1, 4).toString()).toBe('PNG');

  const svg = await readSvg(page, await savedBy(page, id, 'Download pictures as SVG'));
  expect(svg.root).toBe('svg');
  expect(svg.title).toContain('descent on the parabola');
  expect(svg.texts).toEqual(expect.arrayContaining(['Path on the loss', 'f(x)', 'x', '0', '12']));
  // The curve in ink, and the arrows in orange, of which the last are too short to be seen.
  expect(svg.strokes.filter((stroke) => stroke === '#1d1f24').length).toBeGreaterThan(0);
  expect(svg.strokes.filter((stroke) => stroke === '#b84a00').length).toBeGreaterThan(5);
});

test('contours are saved as SVG, a band and a line for each level', async ({ quiet: page }) => {
  const id = 'descent-2d';
  await openFigure(page, id);
  await drawn(page, id);
  // What is drawn a second time comes from a picture of it; the file has the shapes.
  await page.locator(`#${id}`).getByRole('slider', { name: 'Learning rate' }).press('ArrowRight');
  await openData(page, id);
  const svg = await readSvg(page, await savedBy(page, id, 'Download pictures as SVG'));
  expect(svg.texts).toEqual(expect.arrayContaining(['Path on the surface', '1', '4', '7', '−∇f']));
  expect(svg.paths).toBeGreaterThan(30);
});

test('a diagram is saved as SVG with every word that it shows, and its arrows', async ({
  quiet: page,
}) => {
  const id = 'simple-net';
  await openFigure(page, id);
  await openData(page, id);
  const svg = await readSvg(page, await savedBy(page, id, 'Download pictures as SVG'));
  const shown = await page.locator(`#${id} .diagram`).innerText();
  expect(svg.texts.join(' ').split(/\s+/).sort()).toEqual(shown.trim().split(/\s+/).sort());
  // Ten boxes, and each of the thirteen arrows in two parts with a head.
  expect(svg.paths).toBeGreaterThan(10 + 3 * 13);
});
