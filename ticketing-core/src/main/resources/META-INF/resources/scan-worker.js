// Lets the scanner open without network: the page from the network where there is one, from the cache otherwise. What
// the page keeps there is its own business (web/scan/keep-offline.ts); calls of the API are never answered from here.
const CACHE = 'scan';
const PATIENCE_MILLIS = 3000;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

async function page(request) {
  const cache = await caches.open(CACHE);
  try {
    const fresh = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MILLIS) });
    if (fresh.ok) await cache.put('/scan', fresh.clone());
    return fresh;
  } catch {
    return (await cache.match('/scan')) ?? Response.error();
  }
}

async function part(request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(request)) ?? fetch(request);
}

self.addEventListener('fetch', (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method !== 'GET' || origin !== self.location.origin) return;
  if (pathname === '/scan') event.respondWith(page(event.request));
  else if (pathname.startsWith('/static/')) event.respondWith(part(event.request));
});
