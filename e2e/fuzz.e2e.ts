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

/** What once froze a page, or reached its reader half. */
const known = [
  `${'sin('.repeat(40)}x${')'.repeat(40)}`,
  `${'sqrt('.repeat(20)}x${')'.repeat(20)}`,
  '7'.repeat(1500),
  `${'7'.repeat(39)}𝑥𝑥`,
];

test('nothing that a stranger puts into a link or the storage keeps a figure from waking', async ({
  browser,
}) => {
  test.slow();
  for (const input of [...known, ...take(inputs, 4)]) {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    expect(await openWith(page, `${root}/widgets/secant-to-tangent/`, input)).toBeLessThan(10_000);
    await expect(page.locator('#secant-to-tangent [role=status]')).not.toContainText(
      /undefined|NaN|\p{Surrogate}/u,
    );
    expect(await page.evaluate(() => 'fuzzed' in window || Reflect.has({}, 'fuzzed'))).toBe(false);
    expect(errors, input).toEqual([]);
    await page.close();
  }
});
