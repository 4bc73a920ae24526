package org.csoalliance.web.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {
  @ParameterizedTest
  @CsvSource({
    "/, /home.xhtml",
    "/why, /why/index.xhtml",
    "/incidents, /incident/list.xhtml",
    "/incidents/CSOA-2026-00418, /incident/view.xhtml",
    "/editor/imports/17, /editor/import.xhtml",
  })
  void findsTheViewOfAnAddress(String path, String view) {
    assertEquals(view, Routes.match(path).orElseThrow().route().view());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "why", "/why/", "//", "/incidents/", "/incidents/A/B", "/Why", "/home.xhtml"})
  void knowsNoOtherAddress(String path) {
    assertTrue(Routes.match(path).isEmpty());
  }

  @Test
  void givesThePartsOfTheAddressAsParameters() {
    assertEquals(
        Map.of("reference", "CSOA-2026-00418"),
        Routes.match("/incidents/CSOA-2026-00418").orElseThrow().parameters());
  }

  @Test
  void everyViewHasOneAddress() {
    assertEquals(
        Routes.table().size(), Routes.table().stream().map(Routes.Route::view).distinct().count());
  }

  @Test
  void servletPatternsCoverParametersAndTheRoot() {
    assertEquals("", new Routes.Route("/", "/a.xhtml").servletPattern());
    assertEquals("/b/*", new Routes.Route("/b/{c}", "/b.xhtml").servletPattern());
    assertEquals("/b", new Routes.Route("/b", "/b.xhtml").servletPattern());
  }

  @Test
  void fillsAndEncodesParts() {
    Map<String, String> parameters = new HashMap<>(Map.of("reference", "a b/ç", "x", "1"));
    Routes.Route route = Routes.ofView("/incident/view.xhtml").orElseThrow();
    assertEquals("/incidents/a%20b%2F%C3%A7", Routes.address(route, parameters).orElseThrow());
    assertEquals(Map.of("x", "1"), parameters);
    assertTrue(Routes.address(route, new HashMap<>()).isEmpty());
  }

  @Test
  void writesPrettyRedirectsUnderAnyContextPath() {
    assertEquals(
        "/alliance/incidents/CSOA-2026-00001?from=mail",
        RoutedViewHandler.pretty(
            "/alliance", "/alliance/incident/view.xhtml?reference=CSOA-2026-00001&from=mail"));
    assertEquals("/incidents?a=%2B", RoutedViewHandler.pretty("", "/incident/list.xhtml?a=%2B"));
    assertEquals("/other?x=1", RoutedViewHandler.pretty("", "/other?x=1"));
  }
}
