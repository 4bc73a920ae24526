// Makes the coast lines of the charts from Natural Earth's land (npm world-atlas 2.0.2, TopoJSON):
// npm install topojson-client@3 world-atlas@2.0.2
// node land.js node_modules/world-atlas ../main/webapp/WEB-INF/assets/data
const topojson = require('topojson-client'), fs = require('fs'), zlib = require('zlib');
const [, , from, to] = process.argv;
// world-atlas stitches its polygons across the antimeridian: longitudes run on beyond 180 instead of
// jumping, and a ring round the pole is closed along it.
const unwrap = (ring) => {
  const out = [ring[0]];
  for (const [x, y] of ring.slice(1)) {
    const prev = out[out.length - 1][0];
    out.push([x + 360 * Math.round((prev - x) / 360), y]);
  }
  const end = out[out.length - 1][0];
  const whole = end === ring[0][0] ? out : out.concat([[end, -90], [ring[0][0], -90], ring[0]]);
  const xs = whole.map((p) => p[0]);
  const shift = -360 * Math.round((Math.min(...xs) + Math.max(...xs)) / 720);
  return whole.map(([x, y]) => [x + shift, y]);
};
const far = ([x, y], [x1, y1], [x2, y2]) => {
  const dx = x2 - x1, dy = y2 - y1, l = dx * dx + dy * dy;
  const t = l ? Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / l)) : 0;
  return Math.hypot(x - x1 - t * dx, y - y1 - t * dy);
};
const simplify = (pts, tol) => {
  if (pts.length < 3) return pts;
  let max = 0, at = 0;
  for (let i = 1; i < pts.length - 1; i++) {
    const d = far(pts[i], pts[0], pts[pts.length - 1]);
    if (d > max) { max = d; at = i; }
  }
  return max <= tol ? [pts[0], pts[pts.length - 1]]
    : simplify(pts.slice(0, at + 1), tol).slice(0, -1).concat(simplify(pts.slice(at), tol));
};
for (const [name, decimals, tol] of [['110m', 2, 0.14], ['50m', 2, 0.02]]) {
  const topo = JSON.parse(fs.readFileSync(`${from}/land-${name}.json`));
  const land = topojson.feature(topo, topo.objects.land);
  const polygons = (land.features || [land]).flatMap((f) =>
    f.geometry.type === 'Polygon' ? [f.geometry.coordinates] : f.geometry.coordinates);
  const m = 10 ** decimals;
  const kept = [];
  for (const polygon of polygons) {
    const rings = polygon.map((ring) => {
      const r = unwrap(ring), half = Math.floor(r.length / 2);
      return simplify(r.slice(0, half + 1), tol).slice(0, -1).concat(simplify(r.slice(half), tol))
        .map((p) => [Math.round(p[0] * m) / m, Math.round(p[1] * m) / m]);
    }).filter((r) => r.length >= 4);
    if (rings.length) kept.push(rings);
  }
  const s = JSON.stringify({ type: 'MultiPolygon', coordinates: kept });
  fs.writeFileSync(`${to}/land-${name}.json`, s + '\n');
  console.log(name, s.length, kept.length, zlib.gzipSync(s).length);
}
