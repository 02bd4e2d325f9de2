/*
 * Keeps one whole build of the course for reading without a network. The build puts `build` before these
 * lines: { id, bytes, files: [{ path, hash, bytes }] }, paths below the scope. A build is kept entirely or
 * not at all, every file is checked against its hash, and pages are answered from one build only.
 */
const scope = new URL(self.registration.scope);
const prefix = `course ${scope.pathname} `;
const cacheName = prefix + build.id;
const lanes = 6;

self.addEventListener('install', (event) => event.waitUntil(keepAll()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));
self.addEventListener('message', ({ data }) => {
  if (data === 'take over') void self.skipWaiting();
});
self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  const isOurs = url.origin === scope.origin && url.pathname.startsWith(scope.pathname);
  if (event.request.method === 'GET' && isOurs) event.respondWith(answer(event.request, url));
});

async function keepAll() {
  const cache = await caches.open(cacheName);
  const waiting = [...build.files];
  let kept = 0;
  const lane = async () => {
    try {
      for (let file = waiting.shift(); file; file = waiting.shift()) {
        await keep(cache, file);
        kept += file.bytes;
        await tell({ kept, of: build.bytes });
      }
    } catch (error) {
      waiting.length = 0;
      throw error;
    }
  };
  // What fails is told last: nothing is kept, or said, after it.
  const ends = await Promise.allSettled(Array.from({ length: lanes }, lane));
  const failure = ends.find(({ status }) => status === 'rejected');
  if (!failure) return;
  await caches.delete(cacheName);
  await tell({ failed: reasonOf(failure.reason) });
  throw failure.reason;
}

const reasonOf = ({ name, message }) =>
  name === 'QuotaExceededError' ? 'there is no room left for it on this device' : message;

/** What an older build kept of a file serves if it is the same, byte for byte. */
async function keep(cache, { path, hash }) {
  const url = new URL(path, scope);
  for (const find of [() => caches.match(url), () => fetch(url, { cache: 'no-cache' })]) {
    const response = await find();
    if (!response?.ok) continue;
    const body = await response.arrayBuffer();
    if ((await digest(body)) !== hash) continue;
    await cache.put(url, new Response(body, { headers: headersOf(response) }));
    return;
  }
  throw new Error(`${path || 'the first page'} could not be fetched as this version has it`);
}

/** The body is kept as it is after the network, so what it was on the network is not said. */
function headersOf(response) {
  const headers = new Headers(response.headers);
  for (const name of ['Content-Encoding', 'Content-Length', 'Transfer-Encoding'])
    headers.delete(name);
  return headers;
}

async function digest(body) {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', body)).subarray(0, 8);
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function tell(message) {
  const pages = await self.clients.matchAll({ includeUncontrolled: true });
  for (const page of pages) page.postMessage(message);
}

async function takeOver() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(prefix) && name !== cacheName);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function answer(request, url) {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(url.origin + url.pathname);
  if (kept) return kept;
  const isPage = request.mode === 'navigate';
  if (isPage && (await cache.match(`${url.origin}${url.pathname}/`)))
    return Response.redirect(`${url.pathname}/${url.search}`, 301);
  try {
    return await fetch(request);
  } catch (error) {
    const missing = isPage && (await cache.match(new URL('404.html', scope)));
    if (missing) return missing;
    throw error;
  }
}
