// The shell of the diary on the device. Only the site's own files are kept: never an answer of /v1, which is
// personal and must come from the server. The build fills in the list and a version that changes with it.
const name = `shell-${'SHELL_VERSION'}`;
const shell = ['SHELL_FILES'];
/** The reader of codes is large and fetched when somebody first scans: a new release keeps it. */
const reader = 'reader';

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(name).then((cache) => cache.addAll(shell)));
  self.skipWaiting();
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => {
        const others = names.filter((other) => other !== name && other !== reader);
        // A page that is open came with the release before, and goes on asking for that one's files.
        const last = others.filter((other) => other.startsWith('shell-')).at(-1);
        return Promise.all(others.filter((other) => other !== last).map((other) => caches.delete(other)));
      })
      .then(() => self.clients.claim()),
  );
});

/** Milliseconds that the network may take for a page before the one on the device is shown. */
const patience = 400;

/**
 * A page comes from the network so that a new release is seen at once; from the device where the network is slow,
 * gives nothing or fails. All pages of the site are one document.
 */
const page = async (request) => {
  const kept = await (await caches.open(name)).match('/');
  if (kept === undefined) return fetch(request);
  const asked = fetch(request).then(
    (response) => (response.status < 500 ? response : kept),
    () => kept,
  );
  const late = new Promise((resolve) => {
    setTimeout(() => resolve(kept), patience);
  });
  return Promise.race([asked, late]);
};

/** Files with a digest in their name never change: kept once fetched. */
const file = async (request) => {
  const kept = await caches.match(request);
  if (kept !== undefined) return kept;
  const response = await fetch(request);
  if (response.ok) {
    const isReader = new URL(request.url).pathname.endsWith('.wasm');
    // Another reader is in the place of the one before.
    if (isReader) await caches.delete(reader);
    const cache = await caches.open(isReader ? reader : name);
    await cache.put(request, response.clone());
  }
  return response;
};

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (pathname.startsWith('/v1/') || pathname.startsWith('/__local')) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (pathname.startsWith('/assets/')) event.respondWith(file(request));
});
