/** What is particular to the map of momentum. */
import { clickChart, expect, goWithin, openFigure, readout, readouts, test } from '../site.ts';

const id = 'momentum-phase';

test('the rate is √β where the roots are complex', async ({ quiet: page }) => {
  await openFigure(page, id);
  // √0.8, and (1.5 ± i√(3.2 − 2.25))/2
  await expect
    .poll(() => readouts(page, id))
    .toMatchObject({
      rate: '0.8944',
      regime: 'ripples',
      roots: '0.75 ± 0.487i',
    });
});

test('arrow keys move the point, Shift coarsely, and the regime follows', async ({
  quiet: page,
}) => {
  await openFigure(page, id);
  await page
    .locator(`#${id}`)
    .getByRole('button', { name: /^Step size and momentum, at/ })
    .focus();
  for (let press = 0; press < 8; press++) await page.keyboard.press('Shift+ArrowDown');
  await expect(readout(page, id, 'regime')).toHaveText('monotone');
  await expect(readout(page, id, 'rate')).toHaveText('0.7');
});

test('a click on the map moves the point there', async ({ quiet: page }) => {
  await openFigure(page, id);
  await clickChart(page, id, 0.95, 0.7);
  await expect(readout(page, id, 'regime')).toHaveText('diverges');
  await expect(page.locator(`#${id} [role=status]`)).toContainText('ten times as far away');
});

test('an address can name every regime', async ({ quiet: page }) => {
  await openFigure(page, id);
  for (const [query, regime] of [
    ['alpha=1&momentum-phase.beta=0', 'lands in one step'],
    ['alpha=0.25&momentum-phase.beta=0.25', 'critically damped'],
    ['alpha=1.5&momentum-phase.beta=0', 'alternating'],
    ['beta=1', 'bounces forever'],
  ] as const)
    await test.step(`an address can say: ${regime}`, async () => {
      await goWithin(page, id, `?${id}.${query}`);
      await expect(readout(page, id, 'regime')).toHaveText(regime);
    });
});
