import type { CDPSession, Page } from 'playwright/test';
import { chapters, expect, test } from './site.ts';

/** Signs for which none of the course's faces has a shape. */
const without = /[\s\u200b\u2060ᵀᐟ∛∎]/g;

/** Adds one line for each face and style of the page, with every sign that is set in it. */
const addSamples = (page: Page, without: RegExp): Promise<void> =>
  page.evaluate((without) => {
    const texts = new Map<string, string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (!parent || parent.closest('math, script, style')) continue;
      const { fontStyle, fontWeight, fontFamily } = getComputedStyle(parent);
      const font = `${fontStyle} ${fontWeight} 1rem ${fontFamily}`;
      texts.set(font, (texts.get(font) ?? '') + (walker.currentNode.textContent ?? ''));
    }
    for (const [font, text] of texts) {
      const sample = document.createElement('p');
      sample.dataset['sample'] = font.split(',')[0];
      sample.style.font = font;
      sample.textContent = [...new Set(text.replace(without, ''))].join('');
      if (sample.textContent !== '') document.body.append(sample);
    }
  }, without);

/** Names of the machine's own fonts that Chromium took for what stands in the samples. */
async function foreignFonts(session: CDPSession): Promise<string[]> {
  const { root } = await session.send('DOM.getDocument');
  const { nodeIds } = await session.send('DOM.querySelectorAll', {
    nodeId: root.nodeId,
    selector: '[data-sample]',
  });
  expect(nodeIds.length).toBeGreaterThan(4);
  const names: string[] = [];
  for (const nodeId of nodeIds) {
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    const foreign = fonts.filter(({ isCustomFont }) => !isCustomFont);
    if (foreign.length === 0) continue;
    const { attributes } = await session.send('DOM.getAttributes', { nodeId });
    names.push(`${String(attributes[1])}: ${foreign.map(({ familyName }) => familyName).join()}`);
  }
  return names;
}

test('every sign of every chapter is set in a face of the course', async ({ page }) => {
  test.slow();
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  for (const address of chapters)
    // A face that comes too late for the first paint is there at the next visit.
    await expect(async () => {
      await page.goto(address);
      await addSamples(page, without);
      await expect.poll(() => foreignFonts(session), { timeout: 3000 }).toEqual([]);
    }, address).toPass({ timeout: 30_000 });
});
