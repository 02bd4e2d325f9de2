import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AstroIntegration } from 'astro';
import { filesIn } from './files.ts';
import { mergeSheets } from './merge-sheets.ts';

const link = /<link rel="stylesheet" href="([^"]+)">/g;

/**
 * One stylesheet for the site. Pages and scripts are built apart and each brings the styles of the
 * components that they share, so every rule of a figure would be sent twice.
 */
export function oneStylesheet(): AstroIntegration {
  let base = '/';
  let assets = '_astro';
  return {
    name: 'one-stylesheet',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/');
        assets = config.build.assets;
      },
      'astro:build:done': ({ dir }) => {
        const pages = filesIn(dir, '.html').map((name) => new URL(name, dir));
        const hrefs = new Set(pages.flatMap((page) => linkedFrom(readFileSync(page, 'utf8'))));
        const sheets = [...hrefs].map((href) => new URL(href.slice(base.length), dir));
        const css = mergeSheets(sheets.map((sheet) => readFileSync(sheet, 'utf8')));
        for (const sheet of sheets) rmSync(sheet);
        const hash = createHash('sha256').update(css).digest('base64url').slice(0, 8);
        const name = `${assets}/style.${hash}.css`;
        writeFileSync(new URL(name, dir), css);
        for (const page of pages) relink(page, base + name);
      },
    },
  };
}

const linkedFrom = (html: string): string[] =>
  [...html.matchAll(link)].flatMap(([, href]) => href ?? []);

function relink(page: URL, href: string): void {
  let isFirst = true;
  const html = readFileSync(page, 'utf8').replace(link, () => {
    const kept = isFirst ? `<link rel="stylesheet" href="${href}">` : '';
    isFirst = false;
    return kept;
  });
  writeFileSync(page, html);
}
