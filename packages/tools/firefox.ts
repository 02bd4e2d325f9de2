/**
 * Opens every page of the built site in Firefox, wakes every figure and moves its first slider. Reports what
 * does not move, what scrolls sideways, errors and what the pages' policy refuses.
 *
 *   npm run audit:firefox            with `firefox-esr`, or the Firefox that FIREFOX names
 */
import { readdirSync } from 'node:fs';
import { openFirefox } from './firefox-session.ts';
import { serveFolder } from './static.ts';

interface Entry {
  level: string;
  text: string | null;
}
interface Tree {
  contexts: { context: string }[];
}
/** What a page gives, or what it threw. */
type Outcome =
  | { type: 'success'; result: { value: string } }
  | { type: 'exception'; exceptionDetails: { text: string } };

const trouble: string[] = [];
const server = await serveFolder({ folder: 'dist' });
const pages = readdirSync('dist', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('index.html') && !name.startsWith('.'))
  .map((name) => `/${name.replace(/index\.html$/, '')}`)
  .sort();

let here = '';
const session = await openFirefox(process.env['FIREFOX'] ?? 'firefox-esr', (_, params) => {
  const { level, text } = params as Entry;
  if (level === 'error') trouble.push(`${here}: ${text ?? 'an error without words'}`);
});
await session.send('session.subscribe', { events: ['log.entryAdded'] });
await session.send('script.addPreloadScript', { functionDeclaration: String(noteRefusals) });
const tree = (await session.send('browsingContext.getTree', {})) as Tree;
const context = tree.contexts[0]?.context;

let figures = 0;
for (const page of pages) {
  here = page;
  const url = server.origin + page;
  await session.send('browsingContext.navigate', { context, url, wait: 'complete' });
  const outcome = (await session.send('script.evaluate', {
    expression: `(${String(tryFigures)})()`,
    target: { context },
    awaitPromise: true,
  })) as Outcome;
  if (outcome.type === 'exception') trouble.push(`${page}: ${outcome.exceptionDetails.text}`);
  else {
    const seen = JSON.parse(outcome.result.value) as { figures: number; trouble: string[] };
    figures += seen.figures;
    trouble.push(...seen.trouble.map((one) => `${page}: ${one}`));
  }
}
session.close();
server.stop();

for (const one of trouble) process.stdout.write(`${one}\n`);
process.stdout.write(
  `${String(pages.length)} pages, ${String(figures)} figures moved, ${String(trouble.length)} troubles\n`,
);
process.exitCode = trouble.length === 0 ? 0 : 1;

/** Runs in the page, before its own scripts. */
function noteRefusals(): void {
  const refused: string[] = [];
  Object.assign(globalThis, { refused });
  document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => {
    refused.push(violatedDirective);
  });
}

/** Runs in the page. */
async function tryFigures(): Promise<string> {
  const { refused } = globalThis as unknown as { refused: string[] };
  const trouble: string[] = [];
  const within = async (holds: () => boolean, what: string): Promise<void> => {
    for (let turn = 0; turn < 300; turn++) {
      if (holds()) return;
      await new Promise((resolve) => {
        setTimeout(resolve, 100);
      });
    }
    trouble.push(what);
  };
  const islands = document.querySelectorAll<HTMLElement>('[data-island]');
  for (const island of islands) {
    const id = island.dataset['island'] ?? '';
    island.scrollIntoView();
    await within(() => 'awake' in island.dataset, `${id} does not wake`);
    const chart = island.querySelector('.chart');
    chart?.scrollIntoView();
    await within(
      () => !chart || chart.querySelector('.awake canvas') !== null,
      `${id} has no live chart`,
    );
    const slider = island.querySelector<HTMLInputElement>('input[type=range]:enabled');
    if (slider?.value === slider?.max) slider?.stepDown();
    else slider?.stepUp();
    for (const event of ['input', 'change'])
      slider?.dispatchEvent(new Event(event, { bubbles: true }));
    await within(() => location.search.includes(`${id}.`), `${id} does not move`);
  }
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) trouble.push('scrolls sideways');
  for (const directive of refused) trouble.push(`its policy refuses something: ${directive}`);
  return JSON.stringify({ figures: islands.length, trouble });
}
