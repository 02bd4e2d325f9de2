/**
 * What the built site costs a reader on a mid-range phone: 4x slower processor, 1.6 Mbit/s, 150 ms.
 * Prints a table of the chapters and one of the figures; a number that misses its goal is marked, and
 * the command then ends with 1.
 *
 *   npm run measure                     measures dist
 *   npm run measure -- FOLDER           measures another build
 *   npm run measure -- FOLDER ID …      only these chapters and figures
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser } from './browser.ts';
import { type Column, printTable } from './table.ts';
import { visitChapter } from './measure-chapter.ts';
import { holdSlider } from './measure-slider.ts';
import { serveFolder } from './static.ts';

const [folder = 'dist', ...chosen] = process.argv.slice(2);

/** Folders below `path` that hold a page. */
const pagesIn = (path: string): string[] =>
  readdirSync(path).filter(
    (name) => !name.startsWith('.') && existsSync(join(path, name, 'index.html')),
  );

const chapterColumns: Column[] = [
  { key: 'firstPaint', label: 'first paint', unit: 'ms', goal: 1000 },
  { key: 'largestPaint', label: 'largest', unit: 'ms', goal: 1000 },
  { key: 'blocking', label: 'blocking', unit: 'ms', goal: 100 },
  { key: 'shift', label: 'shift', unit: '', goal: 0.01 },
  { key: 'html', label: 'HTML', unit: 'KB', goal: 50 },
  { key: 'css', label: 'CSS', unit: 'KB', goal: 20 },
  { key: 'firstFonts', label: 'fonts first', unit: 'KB', goal: 90 },
  { key: 'fonts', label: 'fonts', unit: 'KB', goal: 150 },
  { key: 'scriptsBefore', label: 'JS before', unit: 'KB', goal: 30 },
  { key: 'scriptsAwake', label: 'JS awake', unit: 'KB', goal: 150 },
  { key: 'before', label: 'all before', unit: 'KB', goal: 200 },
  { key: 'awake', label: 'all awake', unit: 'KB', goal: 330 },
  { key: 'nodes', label: 'elements', unit: '', goal: 8000 },
];
const sliderColumns: Column[] = [
  { key: 'longest', label: 'longest task', unit: 'ms', goal: 100 },
  { key: 'rate', label: 'frames/s', unit: '', goal: 30, atLeast: true },
  { key: 'desktop', label: 'on a desktop', unit: 'ms', goal: 50 },
];

const server = await serveFolder({ folder });
const browser = await openBrowser();
const wanted = (name: string): boolean => chosen.length === 0 || chosen.includes(name);
const chapters = pagesIn(folder).filter((name) => name !== 'widgets' && wanted(name));
const figures = pagesIn(join(folder, 'widgets')).filter(wanted);

const missed = [
  await printTable('chapter', chapterColumns, chapters, (name) =>
    visitChapter(browser, `${server.origin}/${name}/`),
  ),
  await printTable('figure, slider held 2 s', sliderColumns, figures, (id) =>
    holdSlider(browser, `${server.origin}/widgets/${id}/`),
  ),
];
await browser.close();
server.stop();
process.exitCode = missed.every((count) => count === 0) ? 0 : 1;
