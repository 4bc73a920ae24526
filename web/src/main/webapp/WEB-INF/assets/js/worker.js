/* Keeps the pages that asked for it, and what they need. A page comes from the network where there is
   one; files under /assets/ never change and come from here. Nothing else is touched. */
'use strict';
const CACHE = 'alliance-door-1';

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', (event) => {
  const urls = (event.data && event.data.keep) || [];
  event.waitUntil(caches.open(CACHE)
    .then((cache) => Promise.all(urls.map((url) => {
      const asset = url.includes('/assets/');
      return (asset ? cache.match(url) : Promise.resolve(null)).then((there) => there
        || fetch(url, { credentials: 'same-origin', redirect: 'error' }).then((answer) => {
          if (!answer.ok) throw new Error(url);
          return cache.put(url, answer);
        }));
    })))
    .then(() => event.ports[0].postMessage('kept'), () => event.ports[0].postMessage('not')));
});

self.addEventListener('fetch', (event) => {
  const request = event.request;
  if (request.method !== 'GET') return;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) return;
  if (url.pathname.includes('/assets/') || url.pathname.includes('/door-manifest/')) {
    event.respondWith(caches.match(request).then((kept) => kept || fetch(request)));
  } else if (request.mode === 'navigate') {
    event.respondWith(fetch(request).catch(() => caches.open(CACHE)
      .then((cache) => cache.match(url.pathname))
      .then((kept) => kept || Response.error())));
  }
});
