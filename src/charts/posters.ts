import { mkdir, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AstroIntegration } from 'astro';
import { registry } from './poster-files.ts';

/** Puts the charts' posters, drawn while pages render, into the built site; serves them in dev. */
export function pictures(): AstroIntegration {
  return {
    name: 'figure-pictures',
    hooks: {
      'astro:config:done': ({ config }) => {
        registry().folder = `${config.build.assets}/figures`;
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use(serve);
      },
      'astro:build:done': async ({ dir }) => {
        const { folder, files } = registry();
        if (files.size === 0) return;
        const target = new URL(`${folder}/`, dir);
        await mkdir(target, { recursive: true });
        for (const [name, content] of files) await writeFile(new URL(name, target), content);
      },
    },
  };
}

function serve(request: IncomingMessage, response: ServerResponse, next: () => void): void {
  const path = request.url?.split('?')[0] ?? '';
  const { folder, files } = registry();
  const content = path.includes(`/${folder}/`) ? files.get(basename(path)) : undefined;
  if (!content) {
    next();
    return;
  }
  response.setHeader('Content-Type', 'image/webp');
  response.end(content);
}
