/**
 * Wakes what the server drew: figures and answer fields. What comes near, is named by the address or
 * takes the focus gets its behaviour, one at a time and in idle moments, so that scrolling never waits.
 *
 * Astro's islands do not serve: a client directive needs its component imported by name in the .astro
 * file, and a figure is a folder found by its id. They would also wake all near parts at once, in no
 * order and without a second try, and lose what a reader does to a part that sleeps.
 */

import { record } from './record.ts';
import { say } from './wake-failure.ts';

const NEAR = '600px';
const LONGEST_WAIT = 500;
/** Before a script that did not come is asked for again, in milliseconds. */
const PAUSES = [1000, 4000, 15000];

/** Loads what the element needs. What it gives hydrates the element. */
export type Load = (element: HTMLElement) => Promise<() => void>;

interface Sleeper {
  element: HTMLElement;
  load: Load;
  isNamed: (element: HTMLElement) => boolean;
  /** Does again what was done to it while it slept. */
  replay: () => void;
  tries: number;
}

const sleepers = new Map<Element, Sleeper>();
/** In the order in which they came near. */
const near = new Set<Sleeper>();
let busy = false;

const hasFocus = ({ element }: Sleeper): boolean => element.contains(document.activeElement);
const isUrgent = (sleeper: Sleeper): boolean =>
  hasFocus(sleeper) || sleeper.isNamed(sleeper.element);

const idle = (): Promise<void> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in window)
      requestIdleCallback(
        () => {
          resolve();
        },
        { timeout: LONGEST_WAIT },
      );
    else setTimeout(resolve);
  });

async function wake(sleeper: Sleeper): Promise<void> {
  const { element, load, replay } = sleeper;
  element.setAttribute('aria-busy', 'true');
  try {
    const hydrate = await load(element);
    if (!isUrgent(sleeper)) await idle();
    hydrate();
    element.dataset['awake'] = '';
    replay();
  } catch (error) {
    console.error(error);
    tryAgain(sleeper);
  }
  element.removeAttribute('aria-busy');
}

/** It is next in turn, unless it is awake or about to be. */
function call(sleeper: Sleeper): void {
  if (!sleepers.has(sleeper.element)) return;
  near.add(sleeper);
  void wakeAll();
}

function tryAgain(sleeper: Sleeper): void {
  const again = (): void => {
    sleepers.set(sleeper.element, sleeper);
    call(sleeper);
  };
  const pause = PAUSES[sleeper.tries];
  sleeper.tries += 1;
  if (pause === undefined) void say(sleeper.element, again);
  else setTimeout(again, pause);
}

/** The one with the focus comes first, then the one that the address names, then the others in their order. */
const next = (): Sleeper | undefined => {
  const all = [...near];
  return all.find(hasFocus) ?? all.find(({ element, isNamed }) => isNamed(element)) ?? all.at(0);
};

async function wakeAll(): Promise<void> {
  if (busy) return;
  busy = true;
  for (let sleeper = next(); sleeper; sleeper = next()) {
    near.delete(sleeper);
    sleepers.delete(sleeper.element);
    observer.unobserve(sleeper.element);
    await wake(sleeper);
  }
  busy = false;
}

const observer = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      const sleeper = sleepers.get(target);
      if (!sleeper) continue;
      if (isIntersecting) near.add(sleeper);
      else near.delete(sleeper);
    }
    void wakeAll();
  },
  { rootMargin: NEAR },
);

/** Watches elements and wakes each when it is near. `isNamed`: the address speaks of it. */
export function wakeWhenNear(
  elements: Iterable<HTMLElement>,
  load: Load,
  isNamed: Sleeper['isNamed'] = () => false,
): void {
  for (const element of elements) {
    const sleeper = { element, load, isNamed, replay: record(element), tries: 0 };
    sleepers.set(element, sleeper);
    observer.observe(element);
    element.addEventListener(
      'focusin',
      () => {
        call(sleeper);
      },
      { once: true },
    );
    if (hasFocus(sleeper)) call(sleeper);
  }
}
