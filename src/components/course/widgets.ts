/** All widgets there are, and where in the course each stands. The folders are the only registry. */

import type { Component } from 'svelte';
import type { FigureDefinition } from '../../figures/shared/contract.ts';
import { figurePlaces } from './figure-places.ts';
import { viewPath } from '../waking/view-path.ts';

export interface Widget {
  id: string;
  /** As the figure's heading says it. */
  title: string;
  /** Its view. */
  component: Component;
  /** What it asks of the page's worker, if anything: runs that take long, or a session. */
  worker?: 'run' | 'session';
  /** "1.3", or empty where no chapter shows it. */
  number: string;
  /** URL of the chapter that shows it, if any, without slashes. */
  chapter?: string;
}

const definitions = import.meta.glob<FigureDefinition<object, object>>('../../figures/*/index.ts', {
  eager: true,
});
const views = import.meta.glob<Component>('../../figures/*/*.svelte', {
  eager: true,
  import: 'default',
});
const chapters = import.meta.glob<string>('../../../content/chapters/*/index.mdx', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const places = figurePlaces(chapters);

const order = (number: string): number => {
  const [chapter = 99, figure = 0] = number === '' ? [] : number.split('.').map(Number);
  return chapter * 100 + figure;
};

/** In the order of the course. */
export const widgets: readonly Widget[] = Object.values(definitions)
  .map(({ id, title, work, session }): Widget => {
    const component = views[viewPath(id)];
    if (component === undefined) throw new Error(`Widget: ${viewPath(id)} must exist`);
    const worker = work ? 'run' : session && 'session';
    return { id, title, component, ...(worker && { worker }), number: '', ...places.get(id) };
  })
  .sort((a, b) => order(a.number) - order(b.number) || a.id.localeCompare(b.id));

export function findWidget(id: string): Widget {
  const found = widgets.find((widget) => widget.id === id);
  if (found === undefined) throw new Error(`Widget: no folder of src/figures has the id "${id}"`);
  return found;
}
