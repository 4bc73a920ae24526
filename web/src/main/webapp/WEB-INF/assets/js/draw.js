/* Draws a sea area on a chart. The text of corners stays the truth; the chart reads and fills it. */
(function () {
  'use strict';
  var place = document.getElementById('draw');
  var field = document.getElementById('outline');
  if (!place || !field || !window.allianceChart) return;
  var data = place.dataset;
  var chart = null, line = null, marks = null, corners = [];
  var MOST_HANDLES = 300;

  function half(text, most) {
    var m = /^([+-]?)(\d{1,3}(?:\.\d+)?)(?:[°\-: ]\s*(\d{1,2}(?:\.\d+)?)?['′]?)?\s*([NSEW]?)$/.exec(text.trim());
    if (!m) return null;
    var value = +m[2] + (m[3] ? +m[3] / 60 : 0);
    if (m[1] === '-' || m[4] === 'S' || m[4] === 'W') value = -value;
    return Math.abs(value) <= most ? value : null;
  }
  /* The ways in which this page writes positions; what else is typed is left to the server. */
  function read() {
    corners = [];
    field.value.split(/\r?\n|;/).forEach(function (row) {
      var parts = /^\s*(.+?[NS]|[^,\s]+)\s*[, ]\s*(.+?)\s*$/i.exec(row.toUpperCase());
      if (!parts) return;
      var lat = half(parts[1], 90), lng = half(parts[2], 180);
      if (lat !== null && lng !== null) corners.push(L.latLng(lat, lng));
    });
  }
  /* Each corner the shorter way round the world from the one before. */
  function unrolled() {
    var before = null;
    return corners.map(function (c) {
      var lng = before === null ? c.lng : c.lng + 360 * Math.round((before - c.lng) / 360);
      before = lng;
      return L.latLng(c.lat, lng);
    });
  }
  function text(value) { return String(Math.round(value * 1e4) / 1e4); }
  function write() {
    field.value = corners.map(function (c) {
      var w = c.wrap();
      return text(Math.max(-90, Math.min(90, w.lat))) + ', ' + text(w.lng);
    }).join('\n') + (corners.length ? '\n' : '');
    status.textContent = corners.length + (corners.length === 1 ? ' corner' : ' corners');
  }
  function show() {
    var ring = unrolled();
    line.setLatLngs(ring);
    marks.clearLayers();
    if (ring.length > MOST_HANDLES) return;
    ring.forEach(function (at, i) {
      var mark = L.marker(at, { draggable: true, keyboard: false, icon: L.divIcon({
        className: '', iconSize: [18, 18], iconAnchor: [9, 9],
        html: '<svg width="18" height="18" aria-hidden="true"><circle class="corner" cx="9" cy="9" r="6"/></svg>' }) });
      mark.on('drag', function (event) { ring[i] = event.latlng; line.setLatLngs(ring); });
      mark.on('dragend', function () { corners[i] = mark.getLatLng(); write(); show(); });
      mark.addTo(marks);
    });
  }
  function add(at) { corners.push(at); write(); show(); }
  function button(words, work) {
    var b = document.createElement('button');
    b.type = 'button';
    b.className = 'btn-2';
    b.textContent = words;
    b.addEventListener('click', function () { work(); write(); show(); });
    return b;
  }
  var help = document.createElement('p');
  help.className = 'hint';
  help.id = 'draw-help';
  help.textContent = data.help;
  var map = document.createElement('div');
  map.className = 'map chart-box';
  map.tabIndex = 0;
  map.setAttribute('role', 'application');
  map.setAttribute('aria-label', data.label);
  map.setAttribute('aria-describedby', 'draw-help');
  var status = document.createElement('p');
  status.className = 'small dim';
  status.setAttribute('role', 'status');
  var tools = document.createElement('p');
  tools.className = 'line mt2';
  tools.appendChild(button(data.undo, function () { corners.pop(); }));
  tools.appendChild(button(data.clear, function () { corners = []; }));
  [help, map, status, tools].forEach(function (part) { place.appendChild(part); });
  place.hidden = false;
  window.allianceChart.create(map, data).then(function (made) {
    chart = made.map;
    read();
    line = L.polygon([], { className: 'outline', interactive: false });
    marks = L.layerGroup();
    var ring = unrolled();
    if (ring.length) chart.fitBounds(L.latLngBounds(ring).pad(0.3));
    else chart.setView([15, 60], 1);
    made.ready();
    line.addTo(chart);
    marks.addTo(chart);
    show();
    chart.on('click', function (event) { add(event.latlng); });
    map.addEventListener('keydown', function (event) {
      if (event.key === 'Enter' && event.target === map) {
        event.preventDefault();
        add(chart.getCenter());
      }
    });
    field.addEventListener('input', function () { read(); show(); });
  }).catch(function () { place.hidden = true; });
}());
