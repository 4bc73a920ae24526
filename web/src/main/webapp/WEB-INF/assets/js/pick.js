/* Picks the position of a report on a chart. The field stays the truth; the chart only fills it. */
(function () {
  'use strict';
  var place = document.getElementById('pick');
  var field = document.getElementById('position');
  if (!place || !field || !window.allianceChart) return;
  var data = place.dataset;
  var button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn-2';
  button.textContent = data.open;
  button.setAttribute('aria-expanded', 'false');
  place.appendChild(button);
  place.hidden = false;
  var box = null, chart = null, mark = null;

  function half(value, digits, positive, negative) {
    var tenths = Math.round(Math.abs(value) * 600);
    var degrees = String(Math.floor(tenths / 600));
    var minutes = ((tenths % 600) / 10).toFixed(1);
    while (degrees.length < digits) degrees = '0' + degrees;
    return degrees + '-' + (minutes.length < 4 ? '0' : '') + minutes +
      (value < 0 && tenths > 0 ? negative : positive);
  }
  function take(where) {
    var at = L.latLng(Math.max(-90, Math.min(90, where.lat)), where.lng).wrap();
    field.value = half(at.lat, 2, 'N', 'S') + ' ' + half(at.lng, 3, 'E', 'W');
    field.dispatchEvent(new Event('input', { bubbles: true }));
    if (mark) mark.remove();
    mark = L.circleMarker(where, { radius: 9, className: 'picked', interactive: false }).addTo(chart);
    status.textContent = field.value;
  }
  var status = document.createElement('p');
  status.className = 'small ref';
  status.setAttribute('role', 'status');

  function open() {
    box = document.createElement('div');
    var help = document.createElement('p');
    help.className = 'hint';
    help.id = 'pick-help';
    help.textContent = data.help;
    var map = document.createElement('div');
    map.className = 'map chart-box';
    map.setAttribute('role', 'application');
    map.setAttribute('aria-label', data.label);
    map.setAttribute('aria-describedby', 'pick-help');
    map.tabIndex = 0;
    box.appendChild(help);
    box.appendChild(map);
    box.appendChild(status);
    place.appendChild(box);
    window.allianceChart.create(map, data).then(function (made) {
      chart = made.map;
      var typed = /^\s*(\d{2})-(\d{2}\.\d)([NS])\s+(\d{3})-(\d{2}\.\d)([EW])\s*$/.exec(field.value);
      if (typed) {
        var at = [(+typed[1] + typed[2] / 60) * (typed[3] === 'S' ? -1 : 1),
          (+typed[4] + typed[5] / 60) * (typed[6] === 'W' ? -1 : 1)];
        chart.setView(at, 4);
        mark = L.circleMarker(at, { radius: 9, className: 'picked', interactive: false }).addTo(chart);
      } else {
        chart.setView([15, 60], 0);
      }
      made.ready();
      chart.on('click', function (event) { take(event.latlng); });
      map.addEventListener('keydown', function (event) {
        if (event.key === 'Enter' && event.target === map) {
          event.preventDefault();
          take(chart.getCenter());
        }
      });
      map.focus();
    }).catch(close);
  }
  function close() {
    if (chart) chart.remove();
    if (box) box.remove();
    chart = box = mark = null;
    button.textContent = data.open;
    button.setAttribute('aria-expanded', 'false');
  }
  button.addEventListener('click', function () {
    if (box) { close(); return; }
    button.textContent = data.close;
    button.setAttribute('aria-expanded', 'true');
    open();
  });
}());
