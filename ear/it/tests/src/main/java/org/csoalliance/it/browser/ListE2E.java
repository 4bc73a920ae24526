package org.csoalliance.it.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.csoalliance.it.harness.Eventually;
import org.csoalliance.it.harness.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list and its map: one filter, one address, by mouse, by keyboard and without scripts. */
class ListE2E {

  @ParameterizedTest(name = "scripts {0}")
  @ValueSource(booleans = {true, false})
  void theFilterIsInTheAddressAndTheBackButtonWorks(boolean script) {
    try (BrowserContext window = Stage.window(1440, 900, script, false)) {
      Page page = Stage.signIn(window, "member");
      page.navigate("/incidents");
      String all = page.locator("main [role=status]").first().textContent();
      page.locator("#filter select[name=kind]").selectOption("ROBBERY");
      page.locator("#filter input[name=text]").fill("knives");
      page.locator("#filter button").click();
      page.waitForURL(url -> url.contains("kind=ROBBERY") && url.contains("text=knives"));
      assertNotEquals(all, page.locator("main [role=status]").first().textContent());
      assertEquals("ROBBERY", page.locator("#filter select[name=kind]").inputValue());
      page.locator("main table.rows tbody th a").first().click();
      page.waitForURL(url -> url.contains("/incidents/CSOA-"));
      page.goBack();
      page.waitForURL(url -> url.contains("text=knives"));
      assertEquals("knives", page.locator("#filter input[name=text]").inputValue());
      page.goBack();
      assertEquals(all, page.locator("main [role=status]").first().textContent());
    }
  }

  @ParameterizedTest(name = "scripts {0}")
  @ValueSource(booleans = {true, false})
  void pagesGoForwardAndBack(boolean script) {
    try (BrowserContext window = Stage.window(1440, 900, script, false)) {
      Page page = Stage.signIn(window, "member");
      page.navigate("/incidents");
      List<String> first = rows(page);
      page.locator("nav.pages a[rel=next]").click();
      page.waitForURL(url -> url.contains("cursor="));
      List<String> second = rows(page);
      assertTrue(second.stream().noneMatch(first::contains), second + " again holds " + first);
      page.locator("nav.pages a[rel=prev]").click();
      page.waitForLoadState();
      assertEquals(first, rows(page));
      page.goBack();
      assertEquals(second, rows(page));
    }
  }

  private static List<String> rows(Page page) {
    return page.locator("main table.rows tbody th a").all().stream()
        .map(link -> link.getAttribute("href").replaceAll(".*/", ""))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind=NOTHING",
        "severity=9",
        "from=yesterday",
        "to=2026-02-31",
        "from=2026-05-02&to=2026-05-01",
        "bbox=1,2,3",
        "bbox=0,91,1,92",
        "near=91N%20181E&radius_nm=5",
        "radius_nm=-1&near=01-14N%20104-03E",
        "sort=sideways",
        "status=%00",
        "source=%3Cscript%3E"
      })
  void aWrongFilterIsToldInASentence(String query) {
    try (BrowserContext window = Stage.desk()) {
      Page page = window.newPage();
      int status = page.navigate("/incidents?" + query).status();
      assertTrue(status == 200 || status == 400, query + " answers " + status);
      assertTrue(page.locator(".errors li").count() >= 1, query + " is told");
      assertEquals(0, page.locator("main table.rows").count(), query + " shows nothing wrong");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"cursor=rubbish", "text=%25%27%22%5C_", "unknown=1", "text=%F0%9F%9A%A2"})
  void whatIsNoFilterBreaksNothing(String query) {
    try (BrowserContext window = Stage.desk()) {
      int status = window.newPage().navigate("/incidents?" + query).status();
      assertTrue(status == 200 || status == 400, query + " answers " + status);
    }
  }

  @Test
  void theMapHoldsWhatTheTableHolds() {
    try (BrowserContext window = Stage.desk()) {
      Page page = Stage.signIn(window, "member");
      page.navigate("/incidents?bbox=95,-2,108,8&source=MEMBER");
      Set<String> listed = new TreeSet<>(rows(page));
      assertFalse(listed.isEmpty());
      int total =
          Integer.parseInt(
              page.locator("main [role=status]").first().textContent().replaceAll("\\D.*", ""));
      assertEquals(total, listed.size(), "one page of the table holds them all");
      int mapped =
          Eventually.get(
              "the map's count",
              Duration.ofSeconds(20),
              () -> {
                String said = page.locator(".map-tools [role=status]").textContent();
                return said.matches("(?s).*\\d+ incident.*")
                    ? Integer.valueOf(said.replaceAll("(?s)\\D*(\\d+) incident.*", "$1"))
                    : null;
              });
      long places =
          page.locator("main table.rows tbody tr:has(th .nb)").all().stream()
              .filter(row -> row.textContent().matches("(?s).*\\d{2}°.*"))
              .count();
      assertEquals(places, mapped, "map and table");
      String answer =
          page.evaluate(
                  "() => { const d = document.getElementById('map').dataset;"
                      + " const q = new URLSearchParams(d.query); q.set('zoom', '18');"
                      + " return fetch(d.api + '?' + q).then(a => a.text()); }")
              .toString();
      Set<String> drawn =
          Pattern.compile("CSOA-\\d{4}-\\d{5}")
              .matcher(answer)
              .results()
              .map(MatchResult::group)
              .collect(Collectors.toCollection(TreeSet::new));
      assertTrue(listed.containsAll(drawn), drawn + " but the table holds " + listed);
      for (Locator marker : page.locator(".leaflet-marker-icon[data-mark]").all()) {
        String name = marker.getAttribute("aria-label");
        assertTrue(
            name != null && name.matches(".*(incidents.*Zoom in|, \\d{1,2} \\w+ \\d{4})"),
            "named " + name);
        assertEquals("button", marker.getAttribute("role"));
        assertEquals("0", marker.getAttribute("tabindex"));
      }
    }
  }

  @Test
  void aClusterIsOpenedByKeyboard() {
    try (BrowserContext window = Stage.desk()) {
      Page page = Stage.signIn(window, "member");
      page.navigate("/incidents");
      Locator cluster = page.locator(".leaflet-marker-icon[aria-label$='Zoom in']").first();
      cluster.waitFor();
      String before = markers(page);
      cluster.focus();
      page.keyboard().press("Enter");
      Eventually.get(
          "other markers after the zoom",
          Duration.ofSeconds(20),
          () -> !markers(page).isEmpty() && !markers(page).equals(before));
      assertEquals("map", page.evaluate("document.activeElement.id"), "focus stays with the map");
    }
  }

  private static String markers(Page page) {
    return page.evaluate(
            "Array.from(document.querySelectorAll('.leaflet-marker-icon'))"
                + ".map(m => m.getAttribute('aria-label')).join('|')")
        .toString();
  }

  @ParameterizedTest(name = "{0} px")
  @ValueSource(ints = {1440, 768, 360})
  void pictures(int width) {
    try (BrowserContext window = Stage.window(width, 900, true, false)) {
      Page page = Stage.signIn(window, "member");
      page.navigate("/incidents");
      if (width > 1000) {
        page.locator(".leaflet-marker-icon").first().waitFor();
      }
      Shots.take(page, "list-" + width);
      Accessibility.check(page, "/incidents at " + width);
    }
  }
}
