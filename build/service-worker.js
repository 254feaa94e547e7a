/* global VERSION, FILES -- written above this source by the build */
const CACHE = `sillon-${VERSION}`;

// A new version waits until the person takes it: the open page still loads screens of its own version.
self.addEventListener('install', (event) => {
  // Data goes to the server past this worker where the browser can: the exchange neither wakes it nor keeps it from making room for a new version.
  event.addRoutes?.(
    ['/api/*', '/couch/*'].map((pathname) => ({ condition: { urlPattern: { pathname } }, source: 'network' })),
  );
  event.waitUntil(
    caches.open(CACHE).then((cache) => cache.addAll(FILES.map((file) => new Request(file, { cache: 'reload' })))),
  );
});

self.addEventListener('message', (event) => {
  if (event.data === 'take-over') self.skipWaiting();
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

// The application's own files come from the cache, so that it opens without a network; data never does.
self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  const isOurs = event.request.method === 'GET' && url.origin === self.location.origin;
  if (!isOurs || /^\/(api|couch)(\/|$)/.test(url.pathname)) return;
  const wanted = event.request.mode === 'navigate' ? './' : event.request;
  event.respondWith(
    caches
      .open(CACHE)
      .then((cache) => cache.match(wanted))
      .then((found) => found ?? fetch(event.request)),
  );
});
