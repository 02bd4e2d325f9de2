import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { serveFolder } from './static.ts';

const folder = mkdtempSync(join(tmpdir(), 'site-'));
mkdirSync(join(folder, 'hessian'));
writeFileSync(join(folder, 'hessian/index.html'), '<p>curvature</p>');
writeFileSync(join(folder, '404.html'), '<p>nowhere</p>');
writeFileSync(join(folder, '_headers'), '/course/*\n  X-Content-Type-Options: nosniff\n');
const server = await serveFolder({ folder, base: '/course/' });
afterAll(server.stop);

const get = (path: string) =>
  fetch(server.origin + path, { redirect: 'manual', headers: { 'Accept-Encoding': 'br' } });

test('a folder is served at its address, with the headers of the site', async () => {
  const response = await get('/course/hessian/');
  expect(await response.text()).toBe('<p>curvature</p>');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(response.headers.get('content-encoding')).toBe('br');
});

test('a file that has changed is served as it is now', async () => {
  const page = join(folder, 'changing.html');
  for (const content of ['<p>one</p>', '<p>two</p>', '<p>two</p>']) {
    writeFileSync(page, content);
    expect(await (await get('/course/changing.html')).text()).toBe(content);
  }
});

test('an address without its last slash is sent on, its settings with it', async () => {
  const response = await get('/course/hessian?curvature.x=1');
  expect(response.status).toBe(301);
  expect(response.headers.get('location')).toBe('/course/hessian/?curvature.x=1');
  expect((await get('/course')).headers.get('location')).toBe('/course/');
});

test.each(['/', '/course/none/', '/course/..%2f..%2fetc/passwd', '/course/%ff', '/hessian/'])(
  'what is not in the folder is not found: %s',
  async (path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('<p>nowhere</p>');
  },
);
