import type { Poster } from './poster.server.ts';
import type { ChartSpec } from './types.ts';

// The condition is a constant in each build, so the browser's has no trace of the server's module.
const server = import.meta.env.SSR ? await import('./poster.server.ts') : null;

/** Markup of a chart's posters, on the server; a blank in a browser, which keeps what it was sent. */
export function posterMarkup(spec: ChartSpec): string {
  return server?.drawPosters(spec).map(image).join('') ?? ' ';
}

function image({ path, scheme, widthClass, width, height }: Poster): string {
  const source = `${import.meta.env.BASE_URL.replace(/\/?$/, '/')}${path}`;
  return `<img class="${scheme} ${widthClass}" src="${source}" width="${String(width)}" height="${String(height)}" alt="" loading="lazy" decoding="async">`;
}
