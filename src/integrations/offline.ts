import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import type { AstroIntegration } from 'astro';
import { filesIn } from './files.ts';

/** What only search engines, link previews and servers read. */
const leftOut = /^(previews\/|sitemap|robots\.txt|_headers|service-worker\.js)/;
/** Stands in the pages where the size is said. */
const sizeMark = '%OFFLINE_SIZE%';

const hashOf = (content: Buffer): string =>
  createHash('sha256').update(content).digest('hex').slice(0, 16);

/** Writes the service worker that keeps the course for reading offline; it lists every file of this build. */
export const offline = (): AstroIntegration => ({
  name: 'offline',
  hooks: {
    'astro:build:done': ({ dir }) => {
      const names = filesIn(dir, '').filter((name) => /\.\w+$/.test(name) && !leftOut.test(name));
      saySize(dir, names);
      const files = names.map((name) => {
        const content = readFileSync(new URL(name, dir));
        // A page is asked for by its folder.
        const path = name.replace(/(^|\/)index\.html$/, '$1');
        return { path, hash: hashOf(content), bytes: content.length };
      });
      const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
      const id = hashOf(Buffer.from(JSON.stringify(files)));
      const worker = readFileSync('src/integrations/service-worker.js', 'utf8');
      const build = JSON.stringify({ id, bytes, files });
      writeFileSync(new URL('service-worker.js', dir), `const build = ${build};\n${worker}`);
    },
  },
});

function saySize(dir: URL, names: readonly string[]): void {
  const bytes = names.reduce((sum, name) => sum + readFileSync(new URL(name, dir)).length, 0);
  const size = `${(bytes / 1e6).toFixed(0)} MB`;
  for (const name of names.filter((name) => name.endsWith('.html'))) {
    const page = new URL(name, dir);
    writeFileSync(page, readFileSync(page, 'utf8').replaceAll(sizeMark, size));
  }
}
