import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import svelte from '@astrojs/svelte';
import { satteri } from '@astrojs/markdown-satteri';
import { defineConfig, fontProviders } from 'astro/config';
import { pictures } from './src/charts/posters.ts';
import { readCourse } from './src/components/course.ts';
import { exerciseNumbers, permalinks } from './src/markdown/headings.ts';
import { links } from './src/markdown/links.ts';
import { math } from './src/markdown/math.ts';
import { references } from './src/markdown/references.ts';

const base = process.env.BASE_PATH ?? '/';

// The one inline script (what must be known before the first paint) is allowed by its hash.
const beforePaint = readFileSync(
  new URL('./src/components/before-paint.js', import.meta.url),
  'utf8',
);
const beforePaintHash = `sha256-${createHash('sha256').update(beforePaint).digest('base64')}`;

const font = (name, cssVariable, fallbacks, variants) => ({
  provider: fontProviders.local(),
  name,
  cssVariable,
  fallbacks,
  // A font that comes late must not move the text being read; it is there on the next page.
  display: 'optional',
  options: {
    variants: variants.map(([style, weight, file]) => ({
      style,
      weight,
      src: [`@fontsource-variable/${file}`],
    })),
  },
});

export default defineConfig({
  site: process.env.SITE_URL ?? 'http://localhost:4321',
  base,
  outDir: process.env.OUT_DIR ?? './dist',
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  integrations: [mdx({ optimize: true }), svelte(), sitemap(), pictures()],
  markdown: {
    processor: satteri({
      features: { math: true, headingAttributes: true },
      hastPlugins: [references(readCourse()), exerciseNumbers, permalinks, math, links(base)],
    }),
    syntaxHighlight: { type: 'shiki', excludeLangs: ['math'] },
    shikiConfig: { theme: 'css-variables' },
  },
  fonts: [
    font(
      'Source Serif 4',
      '--font-serif',
      ['Georgia', 'serif'],
      [
        ['normal', '200 900', 'source-serif-4/files/source-serif-4-latin-opsz-normal.woff2'],
        ['italic', '200 900', 'source-serif-4/files/source-serif-4-latin-opsz-italic.woff2'],
      ],
    ),
    font(
      'Inter',
      '--font-sans',
      ['Arial', 'sans-serif'],
      [['normal', '100 900', 'inter/files/inter-latin-wght-normal.woff2']],
    ),
    font(
      'JetBrains Mono',
      '--font-mono',
      ['Courier New', 'monospace'],
      [['normal', '100 800', 'jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2']],
    ),
  ],
  build: { inlineStylesheets: 'never' },
  vite: {
    // One small stylesheet for the site arrives sooner than seven, and stays for the next page.
    build: { assetsInlineLimit: 0, cssCodeSplit: false },
    // A worker loads the one figure that is asked of it: its modules stay apart.
    worker: { format: 'es' },
  },
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
      ],
      scriptDirective: { hashes: [beforePaintHash] },
      // KaTeX and Shiki place glyphs and colours with style attributes.
      styleDirective: { resources: ["'self'", { resource: "'unsafe-inline'", kind: 'attribute' }] },
    },
  },
});
