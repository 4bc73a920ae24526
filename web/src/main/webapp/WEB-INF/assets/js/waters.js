/* Draws the waters of a watch on a chart. The fields stay the truth; the chart fills and shows them. */
(function () {
  'use strict';
  var place = document.getElementById('draw');
  if (!place || !window.allianceChart) return;
  var data = place.dataset, shape = data.shape;
  var lines = document.getElementById(shape === 'POLYGON' ? 'outline' : 'waypoints');
  var radius = document.getElementById('radius');
  var box = null, chart = null, drawn = null, dots = null, status = null;
  var button = make('button', 'btn-2', data.open);
  button.type = 'button';
  button.setAttribute('aria-expanded', 'false');
  place.appendChild(button);
  place.hidden = false;

  function make(tag, style, text) {
    var element = document.createElement(tag);
    element.className = style;
    if (text) element.textContent = text;
    return element;
  }
  function half(value, digits, positive, negative) {
    var tenths = Math.round(Math.abs(value) * 600);
    var degrees = String(Math.floor(tenths / 600));
    var minutes = ((tenths % 600) / 10).toFixed(1);
    while (degrees.length < digits) degrees = '0' + degrees;
    return degrees + '-' + (minutes.length < 4 ? '0' : '') + minutes +
      (value < 0 && tenths > 0 ? negative : positive);
  }
  function written(where) {
    var at = L.latLng(Math.max(-90, Math.min(90, where.lat)), where.lng).wrap();
    return half(at.lat, 2, 'N', 'S') + ' ' + half(at.lng, 3, 'E', 'W');
  }
  function read(text) {
    var m = /^\s*(\d{1,2})[-°]\s*(\d{1,2}(?:\.\d+)?)[′']?\s*([NS])[\s,]+(\d{1,3})[-°]\s*(\d{1,2}(?:\.\d+)?)[′']?\s*([EW])\s*$/i.exec(text);
    if (m) {
      return [(+m[1] + m[2] / 60) * (m[3].toUpperCase() === 'S' ? -1 : 1),
        (+m[4] + m[5] / 60) * (m[6].toUpperCase() === 'W' ? -1 : 1)];
    }
    m = /^\s*(-?\d{1,2}(?:\.\d+)?)\s*,\s*(-?\d{1,3}(?:\.\d+)?)\s*$/.exec(text);
    return m ? [+m[1], +m[2]] : null;
  }
  function fields() {
    if (shape === 'CIRCLE') return [document.getElementById('position')];
    if (shape === 'BOX') {
      return [document.getElementById('southWest'), document.getElementById('northEast')];
    }
    return [lines];
  }
  /* The points typed so far, each the shorter way round the world from the one before. */
  function points() {
    var texts = lines ? lines.value.split(/[\r\n;]+/) : fields().map(function (f) { return f.value; });
    var found = texts.map(read).filter(Boolean);
    for (var i = 1; i < found.length && shape !== 'BOX'; i++) {
      found[i][1] += 360 * Math.round((found[i - 1][1] - found[i][1]) / 360);
    }
    return found;
  }
  function show() {
    if (!chart) return;
    if (drawn) drawn.remove();
    dots.clearLayers();
    drawn = null;
    var at = points(), look = { className: 'drawn', interactive: false };
    at.forEach(function (p) {
      L.circleMarker(p, { radius: 4, className: 'drawn-point', interactive: false }).addTo(dots);
    });
    if (shape === 'CIRCLE' && at.length) {
      var miles = parseFloat(radius.value.replace(',', '.'));
      if (miles > 0) drawn = L.polygon(circle(at[0], Math.min(miles, 2000)), look);
    } else if (shape === 'BOX' && at.length === 2) {
      if (at[1][1] < at[0][1]) at[1][1] += 360;
      drawn = L.rectangle(at, look);
    } else if (shape === 'POLYGON' && at.length > 1) {
      drawn = at.length > 2 ? L.polygon(at, look) : L.polyline(at, look);
    } else if (shape === 'CORRIDOR' && at.length > 1) {
      drawn = L.polyline(at, { className: 'drawn open', interactive: false });
    }
    if (drawn) drawn.addTo(chart);
  }
  /* A circle on the sphere is no circle on a chart of equal degrees. */
  function circle(centre, miles) {
    var d = miles / 60 * Math.PI / 180, lat = centre[0] * Math.PI / 180, ring = [];
    for (var b = 0; b < 360; b += 5) {
      var t = b * Math.PI / 180;
      var s = Math.sin(lat) * Math.cos(d) + Math.cos(lat) * Math.sin(d) * Math.cos(t);
      var turn = Math.atan2(Math.sin(t) * Math.sin(d) * Math.cos(lat), Math.cos(d) - Math.sin(lat) * s);
      ring.push([Math.asin(s) * 180 / Math.PI, centre[1] + turn * 180 / Math.PI]);
    }
    return ring;
  }
  function take(where) {
    var text = written(where), all = fields(), field = all[0];
    if (lines) {
      lines.value = lines.value.replace(/\s+$/, '');
      lines.value += (lines.value ? '\n' : '') + text;
    } else {
      if (shape === 'BOX' && all[0].value && !all[1].value) field = all[1];
      else if (shape === 'BOX') all[1].value = '';
      field.value = text;
    }
    field.dispatchEvent(new Event('input', { bubbles: true }));
    status.textContent = text;
  }
  function back() {
    if (lines) {
      lines.value = lines.value.replace(/\s*[^\r\n;]*$/, '');
    } else {
      var all = fields().filter(function (f) { return f.value; });
      if (all.length) all[all.length - 1].value = '';
    }
    status.textContent = '';
    show();
  }
  function open() {
    box = make('div', '');
    var help = make('p', 'hint', data.help);
    help.id = 'draw-help';
    var map = make('div', 'map chart-box');
    map.setAttribute('role', 'application');
    map.setAttribute('aria-label', data.label);
    map.setAttribute('aria-describedby', 'draw-help');
    map.tabIndex = 0;
    status = make('p', 'small ref');
    status.setAttribute('role', 'status');
    var undo = make('button', 'btn-2', data.undo);
    undo.type = 'button';
    undo.addEventListener('click', back);
    var bar = make('div', 'draw-bar');
    bar.appendChild(undo);
    [help, map, bar, status].forEach(function (part) { box.appendChild(part); });
    place.appendChild(box);
    window.allianceChart.create(map, data).then(function (made) {
      chart = made.map;
      dots = L.layerGroup().addTo(chart);
      var at = points();
      if (at.length) chart.fitBounds(L.latLngBounds(at).pad(0.5), { maxZoom: 5, animate: false });
      else chart.setView([15, 60], 0);
      made.ready();
      show();
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
    chart = box = drawn = dots = null;
    button.textContent = data.open;
    button.setAttribute('aria-expanded', 'false');
  }
  fields().concat(radius || []).forEach(function (field) { field.addEventListener('input', show); });
  button.addEventListener('click', function () {
    if (box) { close(); return; }
    button.textContent = data.close;
    button.setAttribute('aria-expanded', 'true');
    open();
  });
}());
