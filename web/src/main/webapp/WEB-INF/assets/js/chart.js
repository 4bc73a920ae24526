/* The chart under every map: Leaflet on demand, the coast, the graticule. No tile server. */
(function () {
  'use strict';
  var loading = null;

  function style(href) {
    return new Promise(function (done, failed) {
      var link = document.createElement('link');
      link.rel = 'stylesheet';
      link.href = href;
      link.onload = done;
      link.onerror = failed;
      document.head.insertBefore(link, document.head.querySelector('link[rel=stylesheet]'));
    });
  }
  function script(src) {
    return new Promise(function (done, failed) {
      var element = document.createElement('script');
      element.src = src;
      element.onload = done;
      element.onerror = failed;
      document.head.appendChild(element);
    });
  }
  function json(url) {
    return fetch(url, { credentials: 'same-origin' }).then(function (answer) {
      if (!answer.ok) throw new Error(answer.status);
      return answer.json();
    });
  }
  function calm() {
    return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  }
  function turned(land, degrees) {
    return { type: 'MultiPolygon', coordinates: land.coordinates.map(function (polygon) {
      return polygon.map(function (ring) {
        return ring.map(function (p) { return [p[0] + degrees, p[1]]; });
      });
    }) };
  }
  /* As a seaman writes it: whole degrees, and minutes where the lines are closer than that. */
  function letters(value, positive, negative) {
    var minutes = Math.round(Math.abs(value) * 60), rest = minutes % 60;
    if (minutes === 0) return '0°';
    return Math.floor(minutes / 60) + '°' + (rest ? (rest < 10 ? '0' : '') + rest + '′' : '')
      + (value > 0 ? positive : negative);
  }
  function longitude(value) {
    var l = ((value + 180) % 360 + 360) % 360 - 180;
    return Math.abs(l) === 180 ? '180°' : letters(l, 'E', 'W');
  }

  /* Lines of latitude and longitude at a step that fits the zoom, named at the edge. */
  function graticule(map) {
    var group = L.layerGroup().addTo(map);
    function draw() {
      group.clearLayers();
      var bounds = map.getBounds();
      var span = Math.max(bounds.getNorth() - bounds.getSouth(),
        (bounds.getEast() - bounds.getWest()) / 2);
      var step = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1200, 1800].filter(function (s) {
        return span / (s / 60) <= 6;
      })[0] / 60 || 30;
      /* a name wants some 64 pixels: where lines stand closer, every second one has it, or fewer */
      var every = Math.max(1, Math.ceil(64 * (bounds.getEast() - bounds.getWest())
        / step / Math.max(1, map.getSize().x)));
      var line = { className: 'grid-l', interactive: false, pane: 'grid' };
      var from, at;
      for (from = Math.ceil(bounds.getWest() / step); from * step <= bounds.getEast(); from++) {
        at = from * step;
        L.polyline([[-90, at], [90, at]], line).addTo(group);
        if (from % every === 0) name([bounds.getSouth(), at], longitude(at), [-4, 16]);
      }
      for (from = Math.ceil(bounds.getSouth() / step); from * step <= bounds.getNorth(); from++) {
        at = from * step;
        if (Math.abs(at) > 90) continue;
        L.polyline([[at, bounds.getWest() - 90], [at, bounds.getEast() + 90]], line).addTo(group);
        name([at, bounds.getWest()], letters(at, 'N', 'S'), [-4, 16]);
      }
      function name(place, text, anchor) {
        L.marker(place, { interactive: false, keyboard: false, pane: 'grid', icon: L.divIcon({
          className: 'grid-name', html: text, iconSize: [60, 16], iconAnchor: anchor }) })
          .addTo(group).getElement().setAttribute('aria-hidden', 'true');
      }
    }
    map.on('moveend', draw);
    draw();
  }

  /* The coast: a coarse one for the world, a finer one once somebody looks closer. */
  function coast(map, data) {
    var look = { className: 'land', interactive: false, pane: 'land', smoothFactor: 0.7 };
    var drawn = null, fine = null;
    function show(land, copies) {
      var layer = L.layerGroup(copies.map(function (degrees) {
        return L.geoJSON(degrees ? turned(land, degrees) : land, look);
      })).addTo(map);
      if (drawn) drawn.remove();
      drawn = layer;
    }
    function closer() {
      if (fine || map.getZoom() < 3) return;
      fine = json(data.landNear).then(function (land) { show(land, [-360, 0, 360]); })
        .catch(function () { fine = null; });
    }
    return json(data.land).then(function (land) {
      show(land, [-360, 0, 360]);
      map.on('zoomend', closer);
      closer();
    });
  }

  /* Makes a map inside of the element; data holds the addresses of the assets. */
  function create(element, data) {
    if (!loading) {
      loading = window.L ? Promise.resolve()
        : Promise.all([style(data.leafletCss), script(data.leaflet)]);
      loading.catch(function () { loading = null; });
    }
    return loading.then(function () {
      var still = calm();
      var map = L.map(element, {
        crs: L.CRS.EPSG4326, minZoom: 0, maxZoom: 11, zoomSnap: 0.5, zoomDelta: 1,
        maxBounds: [[-90, -540], [90, 540]], maxBoundsViscosity: 1, attributionControl: false,
        zoomAnimation: !still, fadeAnimation: !still, markerZoomAnimation: !still, inertia: !still
      });
      map.createPane('land').style.zIndex = 210;
      map.createPane('grid').style.zIndex = 220;
      if (data.tiles) L.tileLayer(data.tiles, { noWrap: false }).addTo(map);
      return { map: map, ready: function () {
        graticule(map);
        return coast(map, data);
      } };
    });
  }

  window.allianceChart = { create: create, json: json, calm: calm };
}());
