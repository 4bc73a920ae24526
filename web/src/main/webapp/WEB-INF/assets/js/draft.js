/* The draft of a report: kept in this browser on every input, back when the page is opened again,
   gone once the report has arrived. The contact never gets into it. */
(function () {
  'use strict';
  var sent = document.querySelector('[data-draft-sent]');
  if (sent) {
    forget(sent.getAttribute('data-draft-sent'));
    return;
  }
  var form = document.querySelector('form[data-draft]');
  if (!form) return;
  var key = form.getAttribute('data-draft');
  var offline = document.getElementById('offline-note');

  function store() {
    try { return window.localStorage; } catch (refused) { return null; }
  }
  function forget(name) {
    try { window.localStorage.removeItem(name); } catch (refused) { /* nothing was kept */ }
  }
  function fields() {
    return Array.prototype.filter.call(form.elements, function (e) {
      return e.name && e.type !== 'submit' && e.type !== 'button' && e.id !== 'contact' &&
        (e.type !== 'hidden' || e.id === 'submissionKey') && e.name.indexOf('jakarta.faces') !== 0;
    });
  }
  function read() {
    var answers = {};
    fields().forEach(function (e) {
      if (e.type === 'radio') { if (e.checked) answers[e.name] = e.value; }
      else if (e.type === 'checkbox') answers[e.name] = e.checked;
      else answers[e.name] = e.value;
    });
    return answers;
  }
  function keep() {
    try {
      store().setItem(key, JSON.stringify({ at: new Date().toISOString(), answers: read() }));
    } catch (full) { /* the form works without a draft */ }
  }
  function fill(answers) {
    fields().forEach(function (e) {
      if (!Object.prototype.hasOwnProperty.call(answers, e.name)) return;
      if (e.type === 'radio') e.checked = answers[e.name] === e.value;
      else if (e.type === 'checkbox') e.checked = answers[e.name] === true;
      else e.value = answers[e.name];
    });
  }
  function restore() {
    var draft = null;
    try { draft = JSON.parse(store().getItem(key)); } catch (broken) { forget(key); }
    if (!draft || !draft.answers) return;
    var before = read();
    fill(draft.answers);
    var note = document.getElementById('draft-note');
    var words = note.querySelector('div');
    words.textContent = form.getAttribute('data-back').replace('{0}', when(draft.at)) + ' ';
    var discard = document.createElement('button');
    discard.type = 'button';
    discard.className = 'link';
    discard.textContent = form.getAttribute('data-discard');
    discard.addEventListener('click', function () {
      forget(key);
      fill(before);
      Array.prototype.forEach.call(form.querySelectorAll('[type=radio]'), function (e) {
        e.checked = before[e.name] === e.value;
      });
      note.hidden = true;
      var first = form.querySelector('input:not([type=hidden])');
      if (first) first.focus();
    });
    words.appendChild(discard);
    note.hidden = false;
  }
  /* The time alone today, the day before it on another day; always UTC. */
  function when(iso) {
    var at = new Date(iso);
    if (isNaN(at)) return '';
    var time = at.toISOString().slice(11, 16);
    if (at.toISOString().slice(0, 10) === new Date().toISOString().slice(0, 10)) return time;
    return at.toLocaleDateString('en-GB',
      { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }) + ' ' + time;
  }
  function say(text, show) {
    if (!offline) return;
    offline.querySelector('div').textContent = text;
    offline.hidden = !show;
  }

  if (form.getAttribute('data-fresh') === 'yes') restore();
  if (form.elements.kind) {
    if (form.getAttribute('data-fresh') !== 'yes') keep();
    form.addEventListener('input', keep);
    form.addEventListener('change', keep);
  }
  form.addEventListener('submit', function (event) {
    if (navigator.onLine === false) {
      event.preventDefault();
      if (form.elements.kind) keep();
      say(form.getAttribute('data-offline'), true);
    }
  });
  window.addEventListener('online', function () {
    if (offline && !offline.hidden) say(form.getAttribute('data-online'), true);
  });
}());
