package org.csoalliance.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.csoalliance.incident.IncidentFilter;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.platform.error.InvalidException;
import org.junit.jupiter.api.Test;

class IncidentQueryTest {

  @Test
  void readsFilterLimitAndCursor() {
    IncidentQuery query =
        IncidentQuery.ofList(of("kind", "ROBBERY", "limit", "1000", "cursor", "abc"));
    assertEquals(Set.of(IncidentKind.ROBBERY), query.filter().kinds());
    assertEquals(1000, query.limit());
    assertEquals("abc", query.cursor());
    assertNull(IncidentQuery.ofList(of()).limit());
  }

  @Test
  void eachWrongParameterIsNamed() {
    InvalidException wrong =
        assertThrows(
            InvalidException.class,
            () ->
                IncidentQuery.ofList(
                    of(
                        "knid",
                        "ROBBERY",
                        "limit",
                        "1001",
                        "kind",
                        "x",
                        "severity",
                        "9",
                        "from",
                        "x",
                        "to",
                        "x",
                        "bbox",
                        "1,2",
                        "near",
                        "x",
                        "tlp",
                        "x",
                        "source",
                        "x",
                        "sort",
                        "x",
                        "status",
                        "x",
                        "zoom",
                        "2")));
    assertEquals(
        Set.of(
            "knid",
            "zoom",
            "limit",
            "kind",
            "severity",
            "from",
            "to",
            "bbox",
            "near",
            "tlp",
            "source",
            "sort",
            "status"),
        wrong.fields().keySet());
  }

  @Test
  void everyParameterOfTheFilterIsReadByIt() {
    Map<String, String> nonsense = Map.of("text", "x".repeat(9999), "port", "x".repeat(9999));
    for (String name : IncidentFilter.PARAMETERS) {
      MultivaluedMap<String, String> parameters = of(name, nonsense.getOrDefault(name, "~"));
      if (name.equals("radius_nm")) {
        parameters.add("near", "01-14N 104-03E");
      }
      InvalidException wrong =
          assertThrows(InvalidException.class, () -> IncidentQuery.ofList(parameters), name);
      assertEquals(Set.of(name), wrong.fields().keySet());
    }
  }

  @Test
  void aLimitIsANumberFromOneToAThousand() {
    for (String limit : List.of("0", "-1", "1001", "x", "", "1.5", "99999999999999999999", "١")) {
      assertThrows(
          InvalidException.class, () -> IncidentQuery.ofList(of("limit", limit)), "limit " + limit);
    }
  }

  @Test
  void theMapTakesZoomAndNoCursor() {
    assertEquals(18, IncidentQuery.ofMap(of("zoom", "18", "bbox", "103,1,105,2")).zoom());
    InvalidException wrong =
        assertThrows(
            InvalidException.class, () -> IncidentQuery.ofMap(of("zoom", "19", "cursor", "x")));
    assertTrue(wrong.fields().keySet().containsAll(Set.of("zoom", "cursor")));
  }

  private static MultivaluedMap<String, String> of(String... pairs) {
    MultivaluedMap<String, String> map = new MultivaluedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.add(pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
