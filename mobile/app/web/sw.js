// Keeps the shell of this build, so that the app starts without a network. It keeps no data: the store
// belongs to the engine's worker, and a service worker could not open it.
const CACHE = "kuitti-shell-{{version}}";
const HOME = "/app/";
/** What the browser may answer by itself: anything else has another address, or a question behind it. */
const KEPT = { urlPattern: { pathname: `${HOME}*`, search: "" }, requestMethod: "get" };
const SHELL = [
  "{{shell}}",
];

self.addEventListener("install", (event) => {
  // Where it can, the browser takes the files from the cache without waking this script, which the first screen would wait for.
  event.addRoutes?.({ condition: KEPT, source: { cacheName: CACHE } }).catch(() => {});
  const fetchAll = SHELL.map((address) => new Request(address, { cache: "reload" }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(fetchAll)));
});

// The screens ask for this when the worker has agreed to the update.
self.addEventListener("message", (event) => {
  if (event.data === "take-over") self.skipWaiting();
});

self.addEventListener("activate", (event) => {
  event.waitUntil(dropOlderShells().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const request = event.request;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== self.location.origin) return;
  if (request.mode === "navigate") {
    event.respondWith(fromShell(HOME, request));
  } else if (SHELL.includes(address.pathname)) {
    event.respondWith(fromShell(address.pathname, request));
  }
});

async function fromShell(address, request) {
  return (await caches.match(address, { cacheName: CACHE })) ?? fetch(request);
}

async function dropOlderShells() {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith("kuitti-shell-") && name !== CACHE);
  return Promise.all(older.map((name) => caches.delete(name)));
}
