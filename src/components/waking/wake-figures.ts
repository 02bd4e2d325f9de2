/** Wakes the figures of a page. Each loads its own code, and nothing of another. */

import type { Component } from 'svelte';
import { isNamedIn } from '../../frame/address/url-pairs.ts';
import { figureContext, type View } from '../../frame/figure-context.ts';
import { viewPath } from './view-path.ts';
import { wakeWhenNear } from './wake.ts';

const views = import.meta.glob<Component>('../../figures/*/*.svelte', { import: 'default' });

/** What a figure that computes for long gives at its defaults. */
async function initialOf({ island: id = '', worker }: DOMStringMap): Promise<object | undefined> {
  if (worker === undefined) return undefined;
  const { initialResult } = await import('./page-worker.ts');
  return worker === 'run' ? initialResult(id) : undefined;
}

async function load(island: HTMLElement): Promise<() => void> {
  const { island: id = '', number = '', view = 'text' } = island.dataset;
  const loadView = views[viewPath(id)];
  if (loadView === undefined) throw new Error(`wake: no figure has the id "${id}"`);
  const [{ flushSync, hydrate }, figure, initial] = await Promise.all([
    import('./svelte.ts'),
    loadView(),
    initialOf(island.dataset),
  ]);
  const context = { number, view: view as View, ...(initial && { initial }) };
  return () => {
    hydrate(figure, { target: island, context: figureContext(context) });
    flushSync();
  };
}

wakeWhenNear(document.querySelectorAll<HTMLElement>('[data-island]'), load, (island) =>
  isNamedIn(location.search, location.hash, island.dataset['island'] ?? ''),
);
document.documentElement.dataset['scripts'] = '';
