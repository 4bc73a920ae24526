package org.csoalliance.geography;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.csoalliance.platform.geo.Position;

/**
 * Makes ports of the rows of all sources; the same rows give the same ports, whatever came first.
 * Rows of one UN/LOCODE are one port. A row of the World Port Index is the port of the same country
 * and the same name, if both lie within {@value #SAME_NM} nautical miles, or if the other position
 * was only found by the name and either name is unique in its source. Positions are taken in this
 * order: World Port Index, UN/LOCODE, sea-ports, and last what was found by a name.
 */
final class PortMerge {
  static final double SAME_NM = 60;
  private static final double ZONE_NM = 400;

  private final Map<String, Map<PortSource, PortRecord>> byCode = new TreeMap<>();
  private final List<PortRecord> index = new ArrayList<>();

  private PortMerge(List<PortRecord> records) {
    for (PortRecord row : records) {
      if (row.source() == PortSource.WPI) {
        index.add(row);
      } else {
        byCode.computeIfAbsent(row.key(), key -> new LinkedHashMap<>()).put(row.source(), row);
      }
    }
    index.sort(Comparator.comparingInt(row -> Integer.parseInt(row.key())));
  }

  /** The ports by their codes. */
  static List<Port> merge(List<PortRecord> records) {
    PortMerge merge = new PortMerge(records);
    Map<String, PortRecord> matched = merge.match();
    List<Port> ports = new ArrayList<>();
    Set<PortRecord> used = new HashSet<>(matched.values());
    merge.byCode.forEach((code, rows) -> ports.add(port(code, rows, matched.get(code))));
    for (PortRecord alone : merge.index) {
      if (!used.contains(alone)) {
        ports.add(port("WPI-" + alone.key(), Map.of(), alone));
      }
    }
    return withZones(ports);
  }

  /** The row of the index that belongs to a code; each row to one code at most. */
  private Map<String, PortRecord> match() {
    Map<String, List<PortRecord>> indexByName = new HashMap<>();
    index.forEach(
        row -> indexByName.computeIfAbsent(nameKey(row), key -> new ArrayList<>()).add(row));
    Map<String, List<String>> codesByName = new HashMap<>();
    byCode.forEach(
        (code, rows) -> {
          Set<String> names = new HashSet<>();
          rows.values().forEach(row -> names.add(nameKey(row)));
          names.forEach(
              name -> codesByName.computeIfAbsent(name, key -> new ArrayList<>()).add(code));
        });
    record Pair(PortRecord row, String code, double apart) {}
    List<Pair> pairs = new ArrayList<>();
    indexByName.forEach(
        (name, rows) -> {
          List<String> codes = codesByName.getOrDefault(name, List.of());
          boolean unique = rows.size() == 1 && codes.size() == 1;
          for (PortRecord row : rows) {
            for (String code : codes) {
              PortRecord told = place(byCode.get(code));
              double apart = told == null ? 0 : row.position().distanceNm(told.position());
              if (apart <= SAME_NM && told != null || unique && (told == null || told.doubtful())) {
                pairs.add(new Pair(row, code, apart));
              }
            }
          }
        });
    pairs.sort(
        Comparator.comparingDouble(Pair::apart)
            .thenComparing(Pair::code)
            .thenComparing(pair -> pair.row().key()));
    Map<String, PortRecord> matched = new HashMap<>();
    Set<PortRecord> used = new HashSet<>();
    for (Pair pair : pairs) {
      if (!matched.containsKey(pair.code()) && used.add(pair.row())) {
        matched.put(pair.code(), pair.row());
      }
    }
    return matched;
  }

  private static String nameKey(PortRecord row) {
    return row.country() + ' ' + PortName.key(row.name());
  }

  /** The row whose position counts among those of one code; null when none has one. */
  private static PortRecord place(Map<PortSource, PortRecord> rows) {
    PortRecord code = rows.get(PortSource.UNLOCODE);
    PortRecord shipped = rows.get(PortSource.SEA_PORTS);
    boolean told = code != null && code.position() != null;
    if (told && !code.doubtful()) {
      return code;
    }
    if (shipped != null && shipped.position() != null) {
      return shipped;
    }
    return told ? code : null;
  }

  private static Port port(String code, Map<PortSource, PortRecord> rows, PortRecord index) {
    PortRecord place = index == null ? place(rows) : index;
    PortRecord named =
        rows.getOrDefault(PortSource.UNLOCODE, rows.getOrDefault(PortSource.SEA_PORTS, index));
    PortRecord shipped = rows.get(PortSource.SEA_PORTS);
    String zone = shipped == null ? null : shipped.zone();
    return new Port(
        code,
        index == null ? null : Integer.valueOf(index.key()),
        named == index ? PortName.cased(named.name()) : named.name(),
        named.country(),
        place == null ? null : place.position(),
        place == null ? null : place.source(),
        place != null && place.doubtful(),
        zone,
        zone != null,
        index == null ? PortFacts.UNKNOWN : index.facts());
  }

  /** Gives a port without a zone that of the nearest one of its country, else of the nearest. */
  private static List<Port> withZones(List<Port> ports) {
    List<Port> told = ports.stream().filter(p -> p.zoneOwn() && p.position() != null).toList();
    Map<String, List<Port>> byCountry = new HashMap<>();
    told.forEach(
        port -> byCountry.computeIfAbsent(port.country(), key -> new ArrayList<>()).add(port));
    return ports.stream()
        .map(
            port -> {
              if (port.zone() != null) {
                return port;
              }
              List<Port> near = byCountry.get(port.country());
              String zone =
                  near == null
                      ? nearest(port.position(), told, ZONE_NM)
                      : nearest(port.position(), near, Double.MAX_VALUE);
              return new Port(
                  port.code(),
                  port.wpiNumber(),
                  port.name(),
                  port.country(),
                  port.position(),
                  port.positionSource(),
                  port.doubtful(),
                  zone,
                  false,
                  port.facts());
            })
        .toList();
  }

  private static String nearest(Position from, List<Port> ports, double most) {
    String zone = null;
    if (from == null) {
      // a country with one zone needs no position
      Set<String> zones = new HashSet<>();
      ports.forEach(port -> zones.add(port.zone()));
      return most == Double.MAX_VALUE && zones.size() == 1 ? zones.iterator().next() : null;
    }
    double best = most;
    for (Port port : ports) {
      double apart = from.distanceNm(port.position());
      if (apart < best) {
        best = apart;
        zone = port.zone();
      }
    }
    return zone;
  }
}
