import type { Browser, CDPSession, Page } from 'playwright';
import { openDesktop, openPhone, slowProcessor, wake } from './browser.ts';

const seconds = 2;
/** As keyboards repeat a key. */
const eventsPerSecond = 30;

/** A key that is held: the browser's own key events, as evenly as the page lets them through. */
async function holdKey(session: CDPSession): Promise<void> {
  const key = { key: 'ArrowRight', code: 'ArrowRight', windowsVirtualKeyCode: 39 };
  const started = performance.now();
  const sent: Promise<unknown>[] = [];
  for (let event = 0; event < seconds * eventsPerSecond; event++) {
    const due = started + (event * 1000) / eventsPerSecond;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    sent.push(
      session.send('Input.dispatchKeyEvent', { type: 'keyDown', autoRepeat: event > 0, ...key }),
    );
  }
  await Promise.all(sent);
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
}

/** Counts frames and notes the longest task, from now until the function it returns is called. */
async function watch(page: Page): Promise<() => Promise<Record<string, number>>> {
  const watched = await page.evaluateHandle(() => {
    const seen = { frames: 0, longest: 0, started: performance.now() };
    const count = () => {
      seen.frames += 1;
      requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
    }).observe({ type: 'longtask' });
    return seen;
  });
  return () =>
    watched.evaluate(({ frames, longest, started }) => ({
      longest,
      rate: (frames * 1000) / (performance.now() - started),
    }));
}

/**
 * Holds ArrowRight on the first slider of the figure at `address`, from its least value: on a phone with a
 * four times slower processor, and on a desktop. Tasks under 50 ms are not reported by browsers and
 * count as 0.
 */
export async function holdSlider(
  browser: Browser,
  address: string,
): Promise<Record<string, number>> {
  const phone = await openPhone(browser);
  const onPhone = await held(phone, await slowProcessor(phone), address);
  const desktop = await openDesktop(browser);
  const session = await desktop.context().newCDPSession(desktop);
  const { longest = 0 } = await held(desktop, session, address);
  return { ...onPhone, desktop: longest };
}

async function held(
  page: Page,
  session: CDPSession,
  address: string,
): Promise<Record<string, number>> {
  await page.goto(address);
  const figure = page.locator('figure[data-widget]').first();
  await wake(page, (await figure.getAttribute('data-widget')) ?? '');
  await page.waitForTimeout(1000);
  const slider = figure.locator('input[type=range]:enabled').first();
  await slider.focus();
  await page.keyboard.press('Home');
  await page.waitForTimeout(500);
  const read = await watch(page);
  await holdKey(session);
  const result = await read();
  await page.close();
  return result;
}
