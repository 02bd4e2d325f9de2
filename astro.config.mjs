import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import svelte from '@astrojs/svelte';
import { satteri } from '@astrojs/markdown-satteri';
import { defineConfig } from 'astro/config';
import { pictures } from './src/charts/posters.ts';
import { headers } from './src/integrations/headers.ts';
import { installable } from './src/integrations/installable.ts';
import { licenses } from './src/integrations/licenses.ts';
import { linkPreviews } from './src/integrations/link-previews.ts';
import { offline } from './src/integrations/offline.ts';
import { oneStylesheet } from './src/integrations/stylesheet.ts';
import { katexStyle } from './src/markdown/katex-style.ts';
import { chapterElements } from './src/markdown/chapter-elements.ts';
import { readCourse } from './src/components/course/course.ts';
import { searchIndex } from './src/integrations/search-index.ts';
import { exerciseNumbers, permalinks } from './src/markdown/headings.ts';
import { links } from './src/markdown/links.ts';
import { math } from './src/markdown/math.ts';
import { references } from './src/markdown/references.ts';

// The oldest browsers that are served; README.md names them.
const browsers = ['chrome111', 'edge111', 'firefox121', 'safari16.4'];
const base = process.env.BASE_PATH ?? '/';
// Where the course will be read. Without it a build names no host: no canonical addresses, no sitemap.
const site = process.env.SITE_URL;
/** A figure alone is for embedding; search engines find it in its chapter. */
const isFigureAlone = (page) => /\/widgets\/[^/]+\/$/.test(page);

// The one inline script (what must be known before the first paint) is allowed by its hash.
const beforePaint = readFileSync(
  new URL('./src/components/page/before-paint.js', import.meta.url),
  'utf8',
);
const beforePaintHash = `sha256-${createHash('sha256').update(beforePaint).digest('base64')}`;

export default defineConfig({
  ...(site && { site }),
  base,
  outDir: process.env.OUT_DIR ?? './dist',
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  integrations: [
    mdx({ optimize: true }),
    svelte(),
    ...(site ? [sitemap({ filter: (page) => !isFigureAlone(page) })] : []),
    pictures(),
    oneStylesheet(),
    linkPreviews(),
    licenses(),
    headers(),
    installable(),
    searchIndex(),
    offline(),
  ],
  markdown: {
    processor: satteri({
      features: { math: true, headingAttributes: true },
      hastPlugins: [references(readCourse()), exerciseNumbers, permalinks, math, links(base)],
    }),
    syntaxHighlight: { type: 'shiki', excludeLangs: ['math'] },
    shikiConfig: { theme: 'css-variables' },
  },
  build: { inlineStylesheets: 'never' },
  vite: {
    plugins: [katexStyle(), chapterElements],
    // One small stylesheet for the site arrives sooner than seven, and stays for the next page.
    build: {
      assetsInlineLimit: 0,
      cssCodeSplit: false,
      target: browsers,
      cssTarget: browsers,
      cssMinify: 'lightningcss',
    },
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
