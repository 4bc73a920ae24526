/* The draft of a report: kept in this browser on every input, back when the page is opened again,
   gone once the report has arrived. The contact and sealed answers never get into it. A long form
   names the draft that the server keeps (data-version): where the server has taken answers since,
   its own count. */
(function () {
  'use strict';
  var sent = document.querySelector('[data-draft-sent]');
  if (sent) {
    forget(sent.getAttribute('data-draft-sent'));
    forgetAll(sent.getAttribute('data-draft-sent').replace('report-', 'long-') + '-');
    return;
  }
  var form = document.querySelector('form[data-draft]');
  if (!form) return;
  var key = form.getAttribute('data-draft');
  var version = form.getAttribute('data-version');
  var keeps = form.elements.kind || version;
  var offline = document.getElementById('offline-note');

  function store() {
    try { return window.localStorage; } catch (refused) { return null; }
  }
  function forget(name) {
    try { window.localStorage.removeItem(name); } catch (refused) { /* nothing was kept */ }
  }
  function forgetAll(prefix) {
    try {
      Object.keys(window.localStorage).forEach(function (name) {
        if (name.indexOf(prefix) === 0) forget(name);
      });
    } catch (refused) { /* nothing was kept */ }
  }
  function fields() {
    return Array.prototype.filter.call(form.elements, function (e) {
      return e.name && e.type !== 'submit' && e.type !== 'button' && e.id !== 'contact' &&
        !e.closest('[data-private]') &&
        (e.type !== 'hidden' || e.id === 'submissionKey') && e.name.indexOf('jakarta.faces') !== 0;
    });
  }
  /* Boxes of one question share a name; each is kept by its value as well. */
  function box(e) {
    return e.id === e.name ? e.name : e.name + '=' + e.value;
  }
  function read() {
    var answers = {};
    fields().forEach(function (e) {
      if (e.type === 'radio') { if (e.checked) answers[e.name] = e.value; }
      else if (e.type === 'checkbox') answers[box(e)] = e.checked;
      else answers[e.name] = e.value;
    });
    return answers;
  }
  function keep() {
    try {
      store().setItem(key, JSON.stringify({ at: new Date().toISOString(), version: version, answers: read() }));
    } catch (full) { /* the form works without a draft */ }
  }
  function fill(answers) {
    fields().forEach(function (e) {
      var name = e.type === 'checkbox' ? box(e) : e.name;
      if (!Object.prototype.hasOwnProperty.call(answers, name)) return;
      if (e.type === 'radio') e.checked = answers[name] === e.value;
      else if (e.type === 'checkbox') e.checked = answers[name] === true;
      else e.value = answers[e.name];
    });
  }
  function restore() {
    var draft = null;
    try { draft = JSON.parse(store().getItem(key)); } catch (broken) { forget(key); }
    if (!draft || !draft.answers) return;
    if (version && draft.version !== version) { forget(key); return; }
    var before = read();
    fill(draft.answers);
    var more = form.querySelector('.more-questions');
    if (more && JSON.stringify(read()) !== JSON.stringify(before)) more.open = true;
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
  if (keeps) {
    if (form.getAttribute('data-fresh') !== 'yes') keep();
    form.addEventListener('input', keep);
    form.addEventListener('change', keep);
  }
  form.addEventListener('submit', function (event) {
    if (navigator.onLine === false) {
      event.preventDefault();
      if (keeps) keep();
      say(form.getAttribute('data-offline'), true);
    }
  });
  window.addEventListener('online', function () {
    if (offline && !offline.hidden) say(form.getAttribute('data-online'), true);
  });
}());
