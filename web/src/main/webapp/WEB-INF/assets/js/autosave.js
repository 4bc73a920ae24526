/* Saves a form of the desk while it is written: sends it as its own button would, and takes the
   fresh state of the page out of the answer. Without scripts the button does the same. */
(function () {
  'use strict';
  var form = document.querySelector('form[data-autosave]');
  var status = document.getElementById('autosave');
  if (!form || !status || !window.fetch) return;
  var button = form.getAttribute('data-autosave');
  var EVERY = 12000;
  var busy = false;

  function typed() {
    var data = new URLSearchParams();
    Array.prototype.forEach.call(form.elements, function (e) {
      var skip = !e.name || e.type === 'submit' || e.type === 'button' || e.name.indexOf('jakarta.faces') === 0;
      if (!skip && ((e.type !== 'radio' && e.type !== 'checkbox') || e.checked)) data.append(e.name, e.value);
    });
    return data;
  }
  var last = typed().toString();

  function say(words) { status.textContent = words; }
  function state(of) { return of.querySelector('input[name="jakarta.faces.ViewState"]'); }
  function take(answer, html, sent) {
    var page = new DOMParser().parseFromString(html, 'text/html');
    var fresh = page.getElementById(form.id);
    var errors = page.querySelector('.errors li');
    if (!answer.ok || !fresh) {
      say(form.getAttribute('data-away'));
      return;
    }
    form.setAttribute('action', fresh.getAttribute('action'));
    state(form).value = state(fresh).value;
    if (errors) {
      say(form.getAttribute('data-failed') + ' ' + errors.textContent);
      return;
    }
    last = sent;
    if (answer.redirected) window.history.replaceState(null, '', answer.url);
    say(form.getAttribute('data-saved') + ' ' + new Date().toISOString().slice(11, 16) + ' UTC');
  }
  function save() {
    var data = typed();
    var sent = data.toString();
    if (busy || sent === last) return;
    busy = true;
    data.append(form.id, form.id);
    data.append(button, button);
    data.append('jakarta.faces.ViewState', state(form).value);
    fetch(form.action, { method: 'POST', body: data, credentials: 'same-origin' })
      .then(function (answer) {
        return answer.text().then(function (html) { take(answer, html, sent); });
      })
      .catch(function () { say(form.getAttribute('data-away')); })
      .then(function () { busy = false; });
  }
  window.setInterval(save, EVERY);
  document.addEventListener('visibilitychange', function () { if (document.hidden) save(); });
  form.addEventListener('submit', function () { busy = true; });
})();
