/** What search engines and shared links are told, of the site that knows its address: the one under a base path. */
import { basedRoot } from './ports.ts';
import { expect, pages, test } from './site.ts';

const site = 'https://example.org/course/';

/** The page of the built site at an address of the course. */
const servedAt = (address: string): string => address.replace(site, basedRoot);

/** What a page says in one of its `<meta>` or `<link>`; undefined where it does not. */
const told = (html: string, name: string): string | undefined =>
  new RegExp(
    `<(?:meta|link)[^>]* (?:property|name|rel)="${name}"[^>]* (?:content|href)="([^"]*)"`,
  ).exec(html)?.[1];

/** Width and height of a PNG, as its first chunk says. */
const sizeOf = (png: Buffer): number[] => [png.readUInt32BE(16), png.readUInt32BE(20)];

const htmlOf = async (address: string): Promise<string> => (await fetch(servedAt(address))).text();

test('every page names its own address and a picture of its own, and each picture is served', async ({
  request,
}) => {
  const pictures = new Set<string>();
  for (const page of pages) {
    const address = site + page.slice(1);
    const html = await htmlOf(address);
    const isFigureAlone = /^\/widgets\/.+/.test(page);
    expect(told(html, 'canonical'), page).toBe(isFigureAlone ? undefined : address);
    expect(told(html, 'robots'), page).toBe(isFigureAlone ? 'noindex' : undefined);
    expect(told(html, 'og:url'), page).toBe(address);
    expect(told(html, 'og:title'), page).toBeTruthy();
    expect(html, page).not.toContain('localhost');
    const picture = told(html, 'og:image') ?? '';
    expect(picture.startsWith(`${site}previews/`), page).toBe(true);
    const response = await request.get(servedAt(picture));
    expect(response.status(), picture).toBe(200);
    expect(response.headers()['content-type'], picture).toBe('image/png');
    expect(sizeOf(await response.body()), picture).toEqual([1200, 630]);
    pictures.add(picture);
  }
  expect(pictures.size).toBe(pages.length);
});

test('the sitemap holds every page that search engines may list, and no other', async () => {
  expect(await htmlOf(`${site}robots.txt`)).toContain(`Sitemap: ${site}sitemap-index.xml`);
  const addressesIn = async (list: string) =>
    [...(await htmlOf(list)).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => address);
  const lists = await addressesIn(`${site}sitemap-index.xml`);
  const listed = (await Promise.all(lists.map(addressesIn))).flat();
  const allowed = pages
    .filter((page) => !/^\/widgets\/.+/.test(page))
    .map((page) => site + page.slice(1));
  expect(listed.toSorted()).toEqual(allowed.toSorted());
});

test('a site that does not know its address names no host, and an unknown page is kept out of search', async ({
  request,
}) => {
  const html = await (await request.get('/no-such-page/')).text();
  expect(told(html, 'robots')).toBe('noindex');
  expect(told(html, 'og:image')).toBeUndefined();
  for (const page of pages) {
    const text = await (await request.get(page)).text();
    for (const name of ['canonical', 'og:url', 'og:image'])
      expect(told(text, name), page).toBeUndefined();
    expect(text, page).not.toContain('localhost');
  }
  expect((await request.get('/sitemap-index.xml')).status()).toBe(404);
  expect(await (await request.get('/robots.txt')).text()).not.toContain('Sitemap');
});

test('the site brings the licenses of what it is made of, and asks for no colours newer than its oldest browsers', async ({
  request,
}) => {
  const licenses = await (await request.get('/licenses.txt')).text();
  for (const name of [
    'svelte',
    'katex',
    'chart.js',
    'd3-contour',
    'minisearch',
    'ts-fsrs',
    'Font: ',
  ])
    expect(licenses).toContain(`\n${name}`);
  const page = await (await request.get('/')).text();
  const [, sheet = ''] = /<link rel="stylesheet" href="([^"]+)"/.exec(page) ?? [];
  const css = await (await request.get(sheet)).text();
  expect(css).toContain('--paper:');
  expect(css).not.toContain('light-dark(');
});
