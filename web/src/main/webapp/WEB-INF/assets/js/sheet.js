/* "Print one sheet" is offered only where it can print. */
(function () {
  'use strict';
  var button = document.getElementById('print');
  if (!button || !window.print) return;
  button.hidden = false;
  button.addEventListener('click', function () { window.print(); });
}());
