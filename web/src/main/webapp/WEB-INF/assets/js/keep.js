/* Lets a phone keep this page, so that it opens without a network: a ticket, or the door of an event. */
(() => {
  'use strict';
  const me = document.currentScript;
  if (!('serviceWorker' in navigator)) return;
  const urls = [location.pathname];
  document.querySelectorAll('link[rel=stylesheet],link[rel=icon],link[rel=manifest]').forEach((link) => urls.push(link.href));
  document.querySelectorAll('script[src]').forEach((script) => urls.push(script.src));
  document.querySelectorAll('use').forEach((use) => urls.push(use.getAttribute('href').split('#')[0]));
  (me.dataset.more || '').split(' ').filter(Boolean).forEach((url) => urls.push(url));
  navigator.serviceWorker.register(me.dataset.worker, { scope: me.dataset.scope })
    .then((registration) => new Promise((done) => {
      const worker = registration.active || registration.waiting || registration.installing;
      if (worker.state === 'activated') return done(worker);
      worker.addEventListener('statechange', () => worker.state === 'activated' && done(worker));
    }))
    .then((worker) => new Promise((done, failed) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = (event) => (event.data === 'kept' ? done() : failed());
      worker.postMessage({ keep: [...new Set(urls)] }, [channel.port2]);
    }))
    .then(() => {
      document.documentElement.dataset.kept = '1';
      document.querySelectorAll('[data-kept]').forEach((each) => { each.hidden = false; });
    })
    .catch(() => { /* the page works as long as it is open */ });
})();
