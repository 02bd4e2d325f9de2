import type { Page } from 'playwright';

/** What became of some inputs: how many, the one that took longest, and what went wrong. */
export interface Outcome {
  count: number;
  worst: number;
  worstInput: string;
  trouble: string[];
}

/** Puts each input into the text fields of a page, one field after the other, as a reader would who types. */
export const typeAll = (page: Page, inputs: readonly string[]): Promise<Outcome> =>
  page.evaluate(async (inputs) => {
    const outcome = { count: 0, worst: 0, worstInput: '', trouble: [] as string[] };
    const strange = (): number =>
      document.querySelectorAll('script:not([src]), [onerror], [onload], iframe, svg[onload]')
        .length;
    const before = strange();
    const channel = new MessageChannel();
    /** What follows at once from what was typed is done; what is drawn, for one input in ten. */
    const settled = (index: number): Promise<unknown> =>
      new Promise((resolve) => {
        if (index % 10 === 0) requestAnimationFrame(resolve);
        else {
          channel.port1.onmessage = resolve;
          channel.port2.postMessage('');
        }
      });
    const type = (field: HTMLInputElement, input: string): void => {
      field.value = input;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.dispatchEvent(new Event('change', { bubbles: true }));
      field.closest<HTMLFormElement>('[data-answer] form')?.requestSubmit();
    };
    const said = (): string =>
      [...document.querySelectorAll('[role=status], [role=alert]')]
        .map(({ textContent }) => textContent)
        .join('\n');
    for (const [index, input] of inputs.entries()) {
      // Their number may follow what was typed.
      const fields = document.querySelectorAll<HTMLInputElement>(
        '[data-awake] input[type=text]:enabled',
      );
      const field = fields[index % fields.length];
      if (!field) break;
      const started = performance.now();
      type(field, input);
      await settled(index);
      const took = performance.now() - started;
      outcome.count += 1;
      if (took > outcome.worst) Object.assign(outcome, { worst: took, worstInput: input });
      const words = said();
      const wrong = [
        words.length > 4000 && 'a status of 4,000 characters',
        /undefined|\[object/.test(words) && `a status that says ${words}`,
        strange() !== before && 'foreign elements',
        'fuzzed' in window && 'a script that ran',
        Reflect.has({}, 'fuzzed') && 'a polluted prototype',
      ].filter((one) => one !== false);
      for (const one of wrong)
        outcome.trouble.push(`${one}: ${JSON.stringify(input).slice(0, 200)}`);
    }
    return outcome;
  }, inputs);

/** Wakes everything on a page that sleeps, wherever it stands. */
export async function wakeAll(page: Page): Promise<void> {
  const parts = page.locator('[data-island], [data-answer]');
  await parts.evaluateAll((all) => {
    for (const one of all) one.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
  });
  for (const part of await parts.all())
    await part.and(page.locator('[data-awake]')).waitFor({ timeout: 60_000, state: 'attached' });
}

/** Half a surrogate pair cannot stand in an address. */
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '�');

const settings = ['f', 'x', 'y', 'rate', 'start', 'steps', 'step', 'seed'];

/** Opens a figure alone with an input in its address, as settings and as their names, and in the storage. */
export async function openWith(page: Page, address: string, input: string): Promise<number> {
  await page.addInitScript((input) => {
    localStorage.setItem('theme', input);
    sessionStorage.setItem(`typed:${location.pathname}`, input);
  }, input);
  const id = new URL(address).pathname.split('/').at(-2) ?? '';
  const value = encodeURIComponent(wellFormed(input).slice(0, 1500));
  const pairs = [...settings.map((name) => `${id}.${name}=${value}`), `${id}.${value}=1`];
  const started = performance.now();
  await page.goto(`${address}?${pairs.join('&')}#${id}`);
  await wakeAll(page);
  return performance.now() - started;
}
