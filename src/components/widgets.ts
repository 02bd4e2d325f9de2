/** All widgets there are, and where in the course each stands. The folders are the only registry. */

import type { Component } from 'svelte';
import { figurePlaces } from './figure-places.ts';
import { idOf } from './widget-id.ts';

export interface WidgetModule {
  default: Component;
  /** As the figure's heading says it. */
  title: string;
}

export interface Widget extends WidgetModule {
  id: string;
  /** "1.3", or empty where no chapter shows it. */
  number: string;
  /** URL of the chapter that shows it, if any, without slashes. */
  chapter?: string;
}

const modules = import.meta.glob<WidgetModule>('../widgets/*.svelte', { eager: true });
const chapters = import.meta.glob<string>('../../content/chapters/*.mdx', {
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
export const widgets: readonly Widget[] = Object.entries(modules)
  .map(([path, module]): Widget => {
    const id = idOf(path);
    return { ...module, id, number: '', ...places.get(id) };
  })
  .sort((a, b) => order(a.number) - order(b.number) || a.id.localeCompare(b.id));

export function findWidget(id: string): Widget {
  const found = widgets.find((widget) => widget.id === id);
  if (found === undefined) throw new Error(`Widget: no file in src/widgets has the id "${id}"`);
  return found;
}
