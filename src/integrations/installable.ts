import { readFileSync, writeFileSync } from 'node:fs';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { AstroIntegration } from 'astro';

const paper = '#fcfbf8';
const sizes = [180, 192, 512];

/** Writes what makes the course installable: its manifest, and icons drawn from its mark. */
export function installable(): AstroIntegration {
  let base = '/';
  return {
    name: 'installable',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/');
      },
      'astro:build:done': async ({ dir }) => {
        for (const size of sizes)
          writeFileSync(new URL(`icon-${String(size)}.png`, dir), await drawIcon(size));
        writeFileSync(new URL('course.webmanifest', dir), JSON.stringify(manifest(base)));
      },
    },
  };
}

const manifest = (base: string): object => ({
  name: 'Calculus for Deep Learning',
  short_name: 'Calculus',
  description: 'See, move and verify how neural networks learn.',
  id: base,
  start_url: base,
  scope: base,
  display: 'minimal-ui',
  background_color: paper,
  theme_color: paper,
  icons: [
    { src: `${base}mark.svg`, type: 'image/svg+xml', sizes: 'any' },
    ...sizes.map((size) => ({
      src: `${base}icon-${String(size)}.png`,
      type: 'image/png',
      sizes: `${String(size)}x${String(size)}`,
      // The mark leaves the margin that a round icon cuts away.
      purpose: 'any maskable',
    })),
  ],
});

async function drawIcon(size: number): Promise<Buffer> {
  const canvas = createCanvas(size, size);
  const context = canvas.getContext('2d');
  context.fillStyle = paper;
  context.fillRect(0, 0, size, size);
  const mark = await loadImage(Buffer.from(sized(readFileSync('public/mark.svg', 'utf8'), size)));
  const margin = size * 0.2;
  context.drawImage(mark, margin, margin, size - 2 * margin, size - 2 * margin);
  return canvas.toBuffer('image/png');
}

/** Drawn at the size of the icon, so that its edges are sharp. */
const sized = (svg: string, size: number): string =>
  svg.replace('<svg ', `<svg width="${String(size)}" height="${String(size)}" `);
