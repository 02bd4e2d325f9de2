/**
 * Wakes figures. The server drew them; here each that comes near the viewport gets its behaviour, one
 * at a time and in idle moments, so that scrolling never waits. Until then its controls are disabled:
 * an enabled slider that moves and changes nothing would be a lie.
 */

import type { Component } from 'svelte';
import { figureContext, type View } from '../frame/figure-context.ts';
import { isNamedIn } from '../frame/address/url-pairs.ts';
import { viewPath } from './view-path.ts';

const NEAR = '600px';
const LONGEST_WAIT = 500;

const views = import.meta.glob<Component>('../figures/*/*.svelte', { import: 'default' });

const idle = (): Promise<void> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in window) {
      requestIdleCallback(() => resolve(), { timeout: LONGEST_WAIT });
    } else setTimeout(resolve);
  });

const isNamed = (island: HTMLElement): boolean =>
  isNamedIn(location.search, location.hash, island.dataset['island'] ?? '');

async function wake(island: HTMLElement): Promise<void> {
  const { island: id = '', number = '', view = 'text' } = island.dataset;
  const load = views[viewPath(id)];
  if (load === undefined) throw new Error(`hydrate: no widget has the id "${id}"`);
  const [{ flushSync, hydrate }, widget] = await Promise.all([import('./svelte.ts'), load()]);
  if (!isNamed(island)) await idle();
  hydrate(widget, { target: island, context: figureContext({ number, view: view as View }) });
  flushSync();
  island.dataset['awake'] = '';
}

/** The figure that the address names comes first, then those that came near, in their order. */
const next = (near: Set<HTMLElement>): HTMLElement | undefined =>
  [...near].find(isNamed) ?? [...near][0];

async function wakeAll(near: Set<HTMLElement>, observer: IntersectionObserver): Promise<void> {
  for (let island = next(near); island; island = next(near)) {
    observer.unobserve(island);
    try {
      await wake(island);
    } catch (error) {
      // The picture and the numbers stay; it tries again when it is next seen.
      console.error(error);
      setTimeout(observer.observe.bind(observer, island), LONGEST_WAIT * 10);
    }
    near.delete(island);
  }
}

/** Watches every figure of the page. */
export function hydrateNear(): void {
  const near = new Set<HTMLElement>();
  let busy = false;
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (isIntersecting) near.add(target as HTMLElement);
        else near.delete(target as HTMLElement);
      }
      if (busy) return;
      busy = true;
      void wakeAll(near, observer).finally(() => (busy = false));
    },
    { rootMargin: NEAR },
  );
  for (const island of document.querySelectorAll('[data-island]')) observer.observe(island);
}

hydrateNear();
