import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { GlobalFonts, createCanvas, loadImage } from '@napi-rs/canvas';
import type { AstroIntegration } from 'astro';
import { filesIn } from './files.ts';

const [width, height, margin] = [1200, 630, 64];

/**
 * Pictures for links that are shared: a page's title over its first figure. A page says which it wants by
 * its `og:image`; without an address of the site there is none, as it would have to name a host.
 */
export function linkPreviews(): AstroIntegration {
  return {
    name: 'link-previews',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        GlobalFonts.registerFromPath('src/fonts/serif.woff2', 'PreviewSerif');
        GlobalFonts.registerFromPath('src/fonts/sans.woff2', 'PreviewSans');
        for (const name of filesIn(dir, '.html')) {
          const html = readFileSync(new URL(name, dir), 'utf8');
          const target = /<meta property="og:image" content="[^"]*\/(previews\/[\w-]+\.png)"/.exec(
            html,
          );
          if (!target?.[1]) continue;
          mkdirSync(new URL('previews/', dir), { recursive: true });
          writeFileSync(new URL(target[1], dir), await drawPreview(html, dir));
        }
      },
    },
  };
}

async function drawPreview(html: string, dir: URL): Promise<Buffer> {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fcfbf8';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#b84a00';
  context.font = '600 26px PreviewSans';
  context.fillText('Calculus for Deep Learning', margin, margin + 26);
  context.fillStyle = '#1d1f24';
  context.font = '600 58px PreviewSerif';
  context.fillText(titleOf(html), margin, margin + 100, width - 2 * margin);
  const poster = /<img class="light [^"]*" src="[^"]*?(_astro\/figures\/[^"]+)"/.exec(html)?.[1];
  if (poster) {
    const picture = await loadImage(readFileSync(new URL(poster, dir)));
    const top = margin + 140;
    const scale = Math.min(
      (width - 2 * margin) / picture.width,
      (height - top - 30) / picture.height,
    );
    const [w, h] = [picture.width * scale, picture.height * scale];
    context.drawImage(picture, (width - w) / 2, top, w, h);
  }
  return canvas.toBuffer('image/png');
}

const titleOf = (html: string): string =>
  (/<title>([^<]*?)(?: · [^<]*)?<\/title>/.exec(html)?.[1] ?? '')
    .replaceAll('&#39;', '’')
    .replaceAll('&amp;', '&');
