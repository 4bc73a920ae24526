/* Shows beside each text of a bulletin how its page will show it, rendered by the platform itself.
   Without scripts the button "Save and look at it" does the same. */
(function () {
  'use strict';
  var form = document.querySelector('form[data-preview]');
  if (!form || !window.fetch) return;
  var WAIT = 500;

  function beside(area) {
    var box = document.createElement('div');
    var head = document.createElement('p');
    var live = document.createElement('div');
    head.className = 'small dim news-live-h';
    head.textContent = form.getAttribute('data-preview-label');
    live.className = 'news-live news-text prose';
    box.appendChild(head);
    box.appendChild(live);
    var place = area.closest('.news-write');
    place.appendChild(box);
    place.classList.add('on');
    return live;
  }
  function watch(area) {
    var live = beside(area);
    var shown = '';
    var timer = 0;
    function show() {
      var text = area.value;
      if (text === shown) return;
      shown = text;
      if (!text.trim()) { live.textContent = ''; return; }
      var data = new URLSearchParams();
      data.append('id', form.getAttribute('data-preview-id'));
      data.append('text', text);
      fetch(form.getAttribute('data-preview'), { method: 'POST', body: data, credentials: 'same-origin' })
        .then(function (answer) { return answer.ok ? answer.text() : ''; })
        .then(function (html) { if (text === area.value) live.innerHTML = html; })
        .catch(function () { shown = ''; });
    }
    area.addEventListener('input', function () { clearTimeout(timer); timer = setTimeout(show, WAIT); });
    show();
  }
  Array.prototype.forEach.call(document.querySelectorAll('textarea.news-md'), watch);
})();
