/** What axe finds wrong with a page. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright/test';

/** The rules whose answers another theme can change. */
export const ofColour: readonly string[] = ['color-contrast', 'link-in-text-block'];

/**
 * Each violation with the elements that it names, of these rules or of all that axe applies by itself, in the
 * page or in the part of it that a selector names.
 * It runs in the page and reports violations alone: what passes, too, of ten thousand elements takes it
 * three times as long, and the course has no frames that would have to be asked one by one.
 */
export async function violations(
  page: Page,
  rules?: readonly string[],
  within = 'html',
): Promise<string[]> {
  await page.locator('html[data-laid-out]').waitFor();
  const axe = new AxeBuilder({ page })
    .include(within)
    .setLegacyMode()
    .options({
      resultTypes: ['violations'],
      ...(rules && { runOnly: { type: 'rule', values: [...rules] } }),
    });
  return (await axe.analyze()).violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`,
  );
}
