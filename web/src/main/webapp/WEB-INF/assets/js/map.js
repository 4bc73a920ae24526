/* The map of the list: the same selection, drawn. It follows the list's filter and changes nothing
   but, when asked, the address. */
(function () {
  'use strict';
  var box = document.getElementById('map');
  if (!box || !window.allianceChart) return;
  var data = box.dataset, legend = document.getElementById('legend');
  var tools = document.createElement('div');
  tools.className = 'map-tools line between small';
  box.parentNode.insertBefore(tools, box.nextSibling);
  var status = document.createElement('p');
  status.setAttribute('role', 'status');
  tools.appendChild(status);
  var wide = window.matchMedia('(min-width: 62rem)').matches;
  if (data.wanted === 'yes' || wide) open();
  else {
    var show = button(data.show, function () { show.remove(); open(true); });
    tools.appendChild(show);
  }

  function button(text, act) {
    var b = document.createElement('button');
    b.type = 'button';
    b.className = 'btn-2';
    b.textContent = text;
    b.addEventListener('click', act);
    return b;
  }

  function open(focus) {
    box.hidden = legend.hidden = false;
    box.className = 'map chart-box';
    box.setAttribute('role', 'group');
    box.setAttribute('aria-label', data.label);
    status.textContent = data.loading;
    window.allianceChart.create(box, data).then(function (made) {
      start(made);
      if (focus) box.focus();
    }).catch(function () {
      box.hidden = legend.hidden = true;
      status.textContent = data.failed;
    });
  }

  function start(made) {
    var map = made.map, layer = L.layerGroup().addTo(map), asked = 0, drawn = '';
    var limit = numbers(data.bbox, 4), near = numbers(data.near, 2);
    if (limit && limit[0] > limit[2]) limit[2] += 360;
    if (limit) map.fitBounds([[limit[1], limit[0]], [limit[3], limit[2]]]);
    else if (near) {
      var reach = (Number(data.radius) || 50) / 60;
      var across = Math.min(180, reach / Math.max(0.1, Math.cos(near[0] * Math.PI / 180)));
      map.fitBounds([[near[0] - reach, near[1] - across], [near[0] + reach, near[1] + across]]);
    } else map.setView([12, 48], 0);
    made.ready().catch(function () { status.textContent = data.failed; });
    tools.appendChild(button(data.here, search));
    /* A popup that moves the map to fit must not lose its marker meanwhile. */
    var reading = false, late = false;
    map.on('dragstart zoomstart', function () { map.closePopup(); });
    map.on('moveend', function () {
      if (reading) late = true;
      else refresh();
    });
    refresh();

    function numbers(text, count) {
      var n = (text || '').split(',').map(Number);
      return text && n.length === count && n.every(isFinite) ? n : null;
    }
    function round(value) { return Math.round(value * 100) / 100; }
    function turn(value) { return ((value + 180) % 360 + 360) % 360 - 180; }

    /* What the window shows and the filter allows: west, south, east, north; null: nothing. */
    function view() {
      var b = map.getBounds();
      var w = b.getWest(), e = b.getEast();
      var s = Math.max(-90, b.getSouth()), n = Math.min(90, b.getNorth());
      if (e - w >= 360) { w = -180; e = 180; }
      if (limit) {
        var middle = (limit[0] + limit[2]) / 2;
        var shift = e - w >= 360 ? 0 : 360 * Math.round(((w + e) / 2 - middle) / 360);
        w = Math.max(w, limit[0] + shift);
        e = Math.min(e, limit[2] + shift);
        s = Math.max(s, limit[1]);
        n = Math.min(n, limit[3]);
        if (w > e || s > n) return null;
      }
      if (e - w >= 360) return [-180, round(s), 180, round(n)];
      return [round(turn(w)), round(s), round(turn(e)), round(n)];
    }

    function refresh() {
      var area = view(), mine = ++asked;
      if (!area) { draw([], ''); return; }
      var query = new URLSearchParams(data.query);
      query.delete('bbox');
      query.delete('sort');
      query.set('bbox', area.join(','));
      query.set('zoom', String(Math.max(0, Math.min(18, Math.round(map.getZoom()) + 1))));
      window.allianceChart.json(data.api + '?' + query).then(function (answer) {
        if (mine === asked) draw(answer.features, JSON.stringify(answer.features));
      }).catch(function () {
        if (mine === asked) status.textContent = data.failed;
      });
    }

    function draw(features, print) {
      if (print && print === drawn) return;
      drawn = print;
      var focused = document.activeElement && document.activeElement.getAttribute('data-mark');
      layer.clearLayers();
      features = apart(features);
      var total = 0, few = false, west = map.getBounds().getWest(), east = map.getBounds().getEast();
      features.forEach(function (feature) {
        if (!feature.geometry) return;
        var p = feature.properties, at = feature.geometry.coordinates;
        total += p.count;
        few = few || !!p.few;
        for (var turns = -360; turns <= 360; turns += 360) {
          if (at[0] + turns >= west && at[0] + turns <= east) mark(p, at[1], at[0] + turns);
        }
      });
      status.textContent = data.counted.replace('{0}',
        several(total, few) + (total === 1 && !few ? ' incident' : ' incidents'));
      if (focused) {
        var again = box.querySelector('[data-mark="' + focused + '"]');
        if (again) again.focus();
      }
    }

    /* Clusters of the server that would touch on this screen become one. */
    function apart(features) {
      var kept = [];
      features.forEach(function (feature) {
        if (!feature.geometry) return;
        var p = feature.properties, c = feature.geometry.coordinates;
        var at = map.latLngToLayerPoint([c[1], c[0]]);
        var near = kept.filter(function (k) {
          return Math.abs(k.at.x - at.x) < 34 && Math.abs(k.at.y - at.y) < 34;
        })[0];
        if (!near) {
          kept.push({ at: at, geometry: feature.geometry, properties: p });
          return;
        }
        var a = near.properties, g = near.geometry.coordinates, n = a.count + p.count;
        var u = a.count || 2, v = p.count || 2;
        near.geometry = { coordinates: [(g[0] * u + c[0] * v) / (u + v),
          (g[1] * u + c[1] * v) / (u + v)] };
        near.at = map.latLngToLayerPoint([near.geometry.coordinates[1], near.geometry.coordinates[0]]);
        near.properties = { count: data.few === 'yes' && n < 5 ? 0 : n,
          few: a.few || p.few || (data.few === 'yes' && n < 5), kind: a.kind, letter: a.letter,
          worst: Math.min(a.worst || 9, p.worst || 9) % 9 || undefined };
      });
      return kept;
    }

    function mark(p, lat, lng) {
      var many = p.few || p.count > 1, open = !many && p.status !== 'CONFIRMED';
      var kind = many ? 'many' : p.kind;
      var sample = legend.querySelector('[data-kinds~="' + kind + '"]') ||
        legend.querySelector('[data-kinds~="OTHER"]');
      var element = document.createElement('div');
      element.className = sample.className + (open ? ' open' : '');
      var drawing = sample.querySelector('svg').cloneNode(true);
      drawing.querySelector('text').textContent = many ? (p.few ? (p.count ? p.count + '+' : 'few') : p.count) : p.letter;
      if (many && (p.few || p.count > 999)) drawing.querySelector('text').setAttribute('class', 'long-n');
      element.appendChild(drawing);
      var size = many ? 26 + Math.min(14, Math.round(Math.log(p.count || 2) * 2.4)) : 26;
      var marker = L.marker([lat, lng], {
        icon: L.divIcon({ className: element.className, html: drawing.outerHTML,
          iconSize: [size, size] }),
        riseOnHover: true
      }).addTo(layer);
      var icon = marker.getElement();
      icon.setAttribute('aria-label', many ? cluster(p) : single(p));
      icon.setAttribute('data-mark', many ? lat.toFixed(2) + '_' + lng.toFixed(2) : p.reference);
      if (many) {
        marker.on('click', function () { closer(lat, lng); });
        icon.addEventListener('keydown', function (event) {
          if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); closer(lat, lng); }
        });
      } else {
        popup(marker, icon, p);
      }
    }

    function closer(lat, lng) {
      if (map.getZoom() >= map.getMaxZoom()) {
        location.assign(data.list + '?near=' + lat.toFixed(4) + ',' + turn(lng).toFixed(4) + '&radius_nm=1');
        return;
      }
      map.setView([lat, lng], Math.min(map.getMaxZoom(), map.getZoom() + 2),
        { animate: !window.allianceChart.calm() });
      box.focus();
    }
    /* Where one to four reports stand beside, their number is not told. */
    function several(n, few) {
      var number = n.toLocaleString('en-GB').replace(/\s/g, ',');
      return few ? (n ? number + ' and few more' : 'Few') : number;
    }
    function cluster(p) {
      return several(p.count, p.few) + ' incidents' + (p.worst ? ', worst category ' + p.worst : '') + '. Zoom in';
    }
    function day(iso) {
      return new Date(iso).toLocaleDateString('en-GB',
        { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
    }
    function state(p) {
      return { CONFIRMED: 'confirmed', REPORTED: 'not confirmed', DISPUTED: 'disputed',
        WITHDRAWN: 'withdrawn' }[p.status] || '';
    }
    function single(p) {
      return (p.worst ? 'Category ' + p.worst : 'Not rated') + ', ' + p.title + ', ' +
        state(p) + ', ' + day(p.occurred_at);
    }
    function popup(marker, icon, p) {
      var content = document.createElement('div');
      var link = document.createElement('a');
      link.href = data.list + '/' + encodeURIComponent(p.reference);
      link.textContent = p.title;
      var words = document.createElement('p');
      words.textContent = (p.worst ? 'CAT ' + p.worst + ', ' : '') + state(p) + '. ' +
        day(p.occurred_at) + '. ' + p.reference;
      content.appendChild(link);
      content.appendChild(words);
      marker.bindPopup(content, { autoPan: true, maxWidth: 240 });
      marker.on('popupopen', function () { reading = true; link.focus(); });
      marker.on('popupclose', function () {
        reading = false;
        if (icon.isConnected && content.contains(document.activeElement)) icon.focus();
        if (late) { late = false; refresh(); }
      });
      content.addEventListener('keydown', function (event) {
        if (event.key === 'Escape') { marker.closePopup(); icon.focus(); }
      });
      icon.addEventListener('keydown', function (event) {
        if (event.key === ' ') { event.preventDefault(); marker.openPopup(); }
      });
    }

    function search() {
      var b = map.getBounds(), query = new URLSearchParams(data.query);
      ['near', 'radius_nm', 'cursor'].forEach(function (name) { query.delete(name); });
      if (b.getEast() - b.getWest() >= 360) query.delete('bbox');
      else query.set('bbox', [round(turn(b.getWest())), round(Math.max(-90, b.getSouth())),
        round(turn(b.getEast())), round(Math.min(90, b.getNorth()))].join(','));
      location.assign(data.list + '?' + query);
    }
  }
}());
