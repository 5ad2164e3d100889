// Keeps the shell of this build, so that the app starts without a network. It keeps no data: the store
// belongs to the engine's worker, and a service worker could not open it.
const CACHE = "kuitti-shell-{{version}}";
const HOME = "/app/";
const SHELL = [
  "{{shell}}",
];

self.addEventListener("install", (event) => {
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
    event.respondWith(fromShell(`${HOME}index.html`, request));
  } else if (SHELL.includes(address.pathname)) {
    event.respondWith(fromShell(address.pathname, request));
  }
});

async function fromShell(address, request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(address)) ?? fetch(request);
}

async function dropOlderShells() {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith("kuitti-shell-") && name !== CACHE);
  return Promise.all(older.map((name) => caches.delete(name)));
}
