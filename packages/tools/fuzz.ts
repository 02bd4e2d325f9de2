/**
 * Types and links nonsense at every figure and answer of the built site, in a real browser, and reports
 * errors, foreign markup, polluted prototypes, and the input that took longest.
 *
 *   npm run fuzz                    20,000 inputs
 *   npm run fuzz -- COUNT SEED      so many, of another seed
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { openBrowser } from './browser.ts';
import { fuzzInputs, take } from './fuzz-inputs.ts';
import { openWith, typeAll, wakeAll } from './fuzz-page.ts';
import { serveFolder } from './static.ts';

const [count = 20_000, seed = 1] = process.argv.slice(2).map(Number);
/** Of a hundred inputs so many come as addresses, for which a page is opened. */
const addressShare = 0.02;
const longest = 1000;

const inputs = fuzzInputs(seed);
const server = await serveFolder({ folder: 'dist' });
const browser = await openBrowser();
const pagesIn = (path: string): string[] =>
  readdirSync(join('dist', path))
    .filter((name) => !name.startsWith('.') && existsSync(join('dist', path, name, 'index.html')))
    .map((name) => `${server.origin}/${path}${name}/`);
const figures = pagesIn('widgets/');
const chapters = pagesIn('').filter((address) => !address.endsWith('/widgets/'));
const trouble: string[] = [];

async function openPage(browser: Browser) {
  const page = await browser.newPage();
  page.on('pageerror', (error) => trouble.push(`${page.url().slice(0, 300)}: ${String(error)}`));
  page.on('console', (message) => {
    if (message.type() === 'error') trouble.push(`${page.url().slice(0, 300)}: ${message.text()}`);
  });
  return page;
}

let total = 0;
let worst = { took: 0, where: '', input: '' };
const share = Math.ceil((count * (1 - addressShare)) / (figures.length + chapters.length));
for (const address of [...figures, ...chapters]) {
  const page = await openPage(browser);
  await page.goto(address);
  await wakeAll(page);
  const outcome = await typeAll(page, take(inputs, share));
  total += outcome.count;
  trouble.push(...outcome.trouble.map((one) => `${address}: ${one}`));
  if (outcome.worst > worst.took)
    worst = { took: outcome.worst, where: address, input: outcome.worstInput };
  if (outcome.worst > longest)
    trouble.push(
      `${address}: ${outcome.worst.toFixed(0)} ms for ${outcome.worstInput.slice(0, 200)}`,
    );
  process.stdout.write(
    `${address.padEnd(60)}${String(outcome.count).padStart(6)} typed, at most ${outcome.worst.toFixed(0)} ms\n`,
  );
  await page.close();
}
for (const [index, input] of take(inputs, Math.ceil(count * addressShare)).entries()) {
  const page = await openPage(browser);
  await openWith(page, figures[index % figures.length] ?? '', input);
  total += 1;
  await page.close();
}
await browser.close();
server.stop();
process.stdout.write(`${trouble.slice(0, 50).join('\n')}\n`);
process.stdout.write(
  `${total} inputs, ${trouble.length} faults; the longest took ${worst.took.toFixed(0)} ms at ${worst.where}: ${JSON.stringify(worst.input).slice(0, 200)}\n`,
);
process.exitCode = trouble.length === 0 ? 0 : 1;
