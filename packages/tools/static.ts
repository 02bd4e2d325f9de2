/**
 * Serves a built folder as static hosts do: text compressed, the headers that its `_headers` names, an
 * address without its last slash sent on, and 404.html for what is not there.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { type HeaderRule, headersFor, readHeaders } from './headers.ts';

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ipynb': 'application/x-ipynb+json',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.py': 'text/x-python; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};
const alreadySmall = ['.png', '.webp', '.woff2'];

type Encoding = 'br' | 'gzip';
const compress: Record<Encoding, (content: Buffer) => Promise<Buffer>> = {
  br: (content) =>
    promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: promisify(gzip),
};

export interface Site {
  folder: string;
  /** The path below which the folder is served; it ends with a slash. */
  base?: string;
  /** 0 takes one that is free. */
  port?: number;
}

/** What an address below the base means in the folder. */
type Answer = { file: string; status: 200 | 404 } | { location: string };

function find({ folder, base = '/' }: Site, path: string): Answer {
  const missing: Answer = { file: join(folder, '404.html'), status: 404 };
  if (`${path}/` === base) return { location: base };
  if (!path.startsWith(base) || path.includes('/.')) return missing;
  const file = join(folder, path.slice(base.length));
  if (!existsSync(file)) return missing;
  if (!statSync(file).isDirectory()) return { file, status: 200 };
  if (!existsSync(join(file, 'index.html'))) return missing;
  return path.endsWith('/')
    ? { file: join(file, 'index.html'), status: 200 }
    : { location: `${path}/` };
}

export async function serveFolder(site: Site): Promise<{ origin: string; stop: () => void }> {
  const ownHeaders = join(site.folder, '_headers');
  const rules = existsSync(ownHeaders) ? readHeaders(readFileSync(ownHeaders, 'utf8')) : [];
  const server = createServer((request, response) => {
    answer(site, rules, request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(site.port ?? 0, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${String(port)}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function answer(
  site: Site,
  rules: readonly HeaderRule[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
  const found = find(site, decoded(pathname));
  if ('location' in found) {
    response.writeHead(301, { Location: found.location + search }).end();
    return;
  }
  const headers = new Map([
    ['Content-Type', types[extname(found.file)] ?? 'application/octet-stream'],
    ['Cache-Control', 'no-cache'],
    ...headersFor(rules, pathname),
  ]);
  const content = existsSync(found.file) ? readFileSync(found.file) : Buffer.from('not found');
  const encoding = encodingOf(request, found.file);
  if (encoding) headers.set('Content-Encoding', encoding).set('Vary', 'Accept-Encoding');
  response.writeHead(found.status, Object.fromEntries(headers));
  response.end(encoding ? await compressed(found.file, content, encoding) : content);
}

/** By encoding and file, with the content that they were made of. */
const known = new Map<string, { content: Buffer; small: Promise<Buffer> }>();

/** Compresses a file once, and again when its content is another: a page is asked for many times. */
function compressed(file: string, content: Buffer, encoding: Encoding): Promise<Buffer> {
  const key = `${encoding} ${file}`;
  const before = known.get(key);
  if (before?.content.equals(content)) return before.small;
  const small = compress[encoding](content);
  known.set(key, { content, small });
  return small;
}

function encodingOf(request: IncomingMessage, file: string): Encoding | undefined {
  if (alreadySmall.includes(extname(file))) return undefined;
  const accepted = request.headers['accept-encoding'] ?? '';
  return (['br', 'gzip'] as const).find((encoding) => accepted.includes(encoding));
}

/** An address that cannot be decoded names no file. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '/404';
  }
}
