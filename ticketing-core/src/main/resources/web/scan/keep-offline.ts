const cacheName = 'scan';

/** Keeps this page and what it is made of in the browser, so that it opens where there is no network. */
export async function keepOffline(): Promise<void> {
  if (!('serviceWorker' in navigator) || !isSecureContext) return;
  try {
    await navigator.serviceWorker.register('/scan-worker.js', { scope: '/scan' });
    const cache = await caches.open(cacheName);
    const parts = [...document.querySelectorAll<HTMLElement>('script[src], link[rel=stylesheet]')]
      .map((part) => part.getAttribute('src') ?? part.getAttribute('href')!);
    const chunks = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)
      .filter((path) => path.startsWith('/static/'));
    const wanted = new Set([...parts, ...chunks]);
    for (const known of await cache.keys()) {
      const { pathname } = new URL(known.url);
      if (pathname !== '/scan' && !wanted.has(pathname)) await cache.delete(known);
    }
    await cache.addAll(['/scan', ...wanted]);
  } catch {
    // Without it the scanner works as long as the page stays open.
  }
}
