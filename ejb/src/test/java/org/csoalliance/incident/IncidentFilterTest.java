package org.csoalliance.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.geo.Box;
import org.csoalliance.platform.geo.Position;
import org.csoalliance.platform.sharing.Tlp;
import org.junit.jupiter.api.Test;

class IncidentFilterTest {

  @Test
  void nothingIsEverythingAndBlanksAreNothing() {
    assertEquals(IncidentFilter.ALL, IncidentFilter.parse(Map.of()));
    Map<String, List<String>> blanks = new LinkedHashMap<>();
    for (String name :
        List.of("kind", "status", "severity", "from", "to", "bbox", "near", "radius_nm")) {
      blanks.put(name, List.of("", "  "));
    }
    assertEquals(IncidentFilter.ALL, IncidentFilter.parse(blanks));
    assertEquals("", IncidentFilter.ALL.toQuery());
  }

  @Test
  void readsListsWhateverTheirCase() {
    IncidentFilter filter =
        parse(
            "kind=robbery,Cargo-theft&kind=hIjack&status=confirmed&severity=1,2&tlp=amber+strict");
    assertEquals(
        Set.of(IncidentKind.ROBBERY, IncidentKind.CARGO_THEFT, IncidentKind.HIJACK),
        filter.kinds());
    assertEquals(Set.of(IncidentStatus.CONFIRMED), filter.statuses());
    assertEquals(Set.of(1, 2), filter.severities());
    assertEquals(Set.of(Tlp.AMBER_STRICT), filter.tlps());
    assertEquals(
        "kind=ROBBERY,HIJACK,CARGO_THEFT&status=CONFIRMED&severity=1,2&tlp=AMBER_STRICT",
        filter.toQuery());
  }

  @Test
  void readsDatesAsTheyAreShownAndAsTheyAreExchanged() {
    assertEquals(Instant.parse("2026-11-16T00:00:00Z"), parse("from=16 Nov 2026").from());
    assertEquals(Instant.parse("2026-11-17T00:00:00Z"), parse("to=16 nov 2026").to());
    assertEquals(Instant.parse("2026-11-17T00:00:00Z"), parse("to=2026-11-16").to());
    assertEquals(
        Instant.parse("2026-11-16T04:15:00Z"), parse("from=2026-11-16T05:15:00+01:00").from());
    assertEquals("to=2026-11-16", parse("to=16 Nov 2026").toQuery());
  }

  @Test
  void readsPlaces() {
    assertEquals(new Box(-20, 170, -10, -170), parse("bbox=170,-20,-170,-10").bbox());
    IncidentFilter near = parse("near=1.2333,104.05");
    assertEquals(new Position(1.2333, 104.05), near.near());
    assertEquals(50.0, near.radiusNm());
    assertNull(parse("radius_nm=70").radiusNm());
  }

  @Test
  void saysWhatIsWrongWithEach() {
    Map<String, String> wrong = new LinkedHashMap<>();
    wrong.put("kind", "boardng");
    wrong.put("severity", "0");
    wrong.put("from", "31 Feb 2026");
    wrong.put("bbox", "1,2,3");
    wrong.put("near", "95,10");
    wrong.put("radius_nm", "2001");
    wrong.put("text", "x".repeat(100_000));
    wrong.put("sort", "random()");
    for (Map.Entry<String, String> one : wrong.entrySet()) {
      Map<String, List<String>> parameters = new HashMap<>();
      parameters.put("near", List.of("1,104"));
      parameters.put(one.getKey(), List.of(one.getValue()));
      InvalidException refused =
          assertThrows(
              InvalidException.class, () -> IncidentFilter.parse(parameters), one.getKey());
      assertEquals(Set.of(one.getKey()), refused.fields().keySet());
      assertTrue(refused.getMessage().endsWith("."), refused.getMessage());
      assertTrue(refused.getMessage().length() < 400, refused.getMessage());
    }
    assertThrows(InvalidException.class, () -> parse("bbox=1,5,3,2"));
    assertThrows(InvalidException.class, () -> parse("from=2026-11-16&to=2026-11-15"));
    assertThrows(InvalidException.class, () -> parse("from=0001-01-01"));
  }

  @Test
  void whatIsWrittenIsReadBackTheSame() {
    Random random = new Random(20261122);
    for (int i = 0; i < 2_000; i++) {
      IncidentFilter filter = any(random);
      String query = filter.toQuery();
      assertEquals(filter, parse(query), query);
      assertEquals(query, parse(query).toQuery());
    }
  }

  private static IncidentFilter any(Random random) {
    Instant from = Instant.ofEpochSecond(random.nextInt(1_800_000_000));
    boolean days = random.nextBoolean();
    Instant to =
        days
            ? Instant.ofEpochSecond((from.getEpochSecond() / 86_400 + 2) * 86_400)
            : from.plusMillis(1 + random.nextInt(100_000));
    Position near = random.nextBoolean() ? null : new Position(degrees(random, 90), 0.0);
    return new IncidentFilter(
        some(random, IncidentKind.values()),
        some(random, IncidentStatus.values()),
        some(random, new Integer[] {1, 2, 3, 4}),
        random.nextBoolean() ? null : from,
        random.nextBoolean() ? null : to,
        random.nextBoolean()
            ? null
            : new Box(-degrees(random, 90), degrees(random, 180), 45, -degrees(random, 180)),
        near,
        near == null ? null : 1 + random.nextInt(1999) + 0.25,
        random.nextBoolean() ? null : "Chattogram & “B” anchorage + 50% #1",
        random.nextBoolean() ? null : "مرسى 錨地 " + random.nextInt(),
        some(random, Tlp.values()),
        some(random, IncidentSource.values()),
        IncidentFilter.Sort.values()[random.nextInt(4)]);
  }

  private static double degrees(Random random, int most) {
    return random.nextDouble() * Math.pow(10, -random.nextInt(8)) * most;
  }

  private static <T> Set<T> some(Random random, T[] values) {
    List<T> chosen = new ArrayList<>();
    for (T value : values) {
      if (random.nextInt(3) == 0) {
        chosen.add(value);
      }
    }
    return Set.copyOf(chosen);
  }

  private static IncidentFilter parse(String query) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    for (String pair : query.isEmpty() ? new String[0] : query.split("&")) {
      int eq = pair.indexOf('=');
      parameters
          .computeIfAbsent(pair.substring(0, eq), k -> new ArrayList<>())
          .add(URLDecoder.decode(pair.substring(eq + 1), StandardCharsets.UTF_8));
    }
    return IncidentFilter.parse(parameters);
  }
}
