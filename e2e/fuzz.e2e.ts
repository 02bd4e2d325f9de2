import { fuzzInputs, take } from '../packages/tools/fuzz-inputs.ts';
import { openWith, typeAll, wakeAll } from '../packages/tools/fuzz-page.ts';
import { expect, test } from './site.ts';
import { root } from './ports.ts';

const inputs = fuzzInputs(20_261_130);

for (const address of ['/widgets/secant-to-tangent/', '/widgets/gradient-vector/', '/gradient/'])
  test(`nothing that a stranger types at ${address} breaks it, runs, or takes long`, async ({
    quiet: page,
  }) => {
    test.slow();
    await page.goto(address);
    await wakeAll(page);
    const outcome = await typeAll(page, take(inputs, 100));
    expect(outcome.trouble).toEqual([]);
    expect(outcome.count).toBe(100);
    expect(outcome.worst, outcome.worstInput).toBeLessThan(3000);
  });

test('nothing that a stranger puts into a link or the storage keeps a figure from waking', async ({
  browser,
}) => {
  test.slow();
  for (const input of take(inputs, 8)) {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await openWith(page, `${root}/widgets/secant-to-tangent/`, input);
    expect(await page.evaluate(() => 'fuzzed' in window || Reflect.has({}, 'fuzzed'))).toBe(false);
    expect(errors, input).toEqual([]);
    await page.close();
  }
});
