package org.csoalliance.it.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.regex.Pattern;
import org.csoalliance.it.harness.Site;
import org.csoalliance.it.harness.SqlLog;
import org.csoalliance.it.harness.Stage;
import org.csoalliance.it.harness.WebSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ports, sea areas, figures and the danger clock, by a browser. */
class GeographyE2E {
  private static final String MADE = "source_reference like 'CLOCK-%'";

  /** An anchorage with its nights: 60 public messages off Lagos, most at three in the morning. */
  @BeforeAll
  static void busyAnchorage() {
    Stage.base();
    clean();
    Site.sql(
        "insert into incident (reference, kind, status, severity, occurred_at, occurred_precision,"
            + " latitude, longitude, area, tlp, title, text, source, source_reference, created_at,"
            + " updated_at) select 'CSOA-1998-' || lpad(n::text, 5, '0'), (array['ROBBERY',"
            + " 'ATTEMPT', 'ATTACK'])[1 + n % 3], 'CONFIRMED', 1 + n % 4, date_trunc('day', now())"
            + " - n * interval '9 days' + interval '2 hours' + (n % 5) * interval '50 minutes',"
            + " case when n % 10 = 0 then 'DAY' else 'EXACT' end, 6.35 + n % 7 * 0.01, 3.4,"
            + " 'Lagos, anchorage', 'CLEAR', 'Robbery ' || n, 'Men with knives came over the"
            + " stern.', 'NGA_ASAM', 'CLOCK-' || n, now(), now() from generate_series(1, 60) n");
  }

  @AfterAll
  static void clean() {
    Site.sql("delete from incident where " + MADE);
    Site.sql("delete from sea_area");
    Site.sql("delete from port_import");
    Site.sql("delete from port_record where source <> 'SEA_PORTS'");
    Site.sql("delete from port where code like 'WPI-%'");
  }

  @ParameterizedTest(name = "scripts {0}")
  @ValueSource(booleans = {true, false})
  void theClockOfAnAnchorageIsTwoClicksFromTheList(boolean script) {
    try (BrowserContext window = Stage.window(1440, 900, script, false)) {
      Page page = Stage.signIn(window, "member");
      page.navigate("/incidents?port=NGLOS&radius_nm=25");
      String listed = page.locator("main [role=status]").first().textContent();
      page.getByText("Danger clock and statistics").click();
      page.waitForURL(url -> url.contains("/statistics?") && url.contains("port=NGLOS"));
      assertTrue(page.locator("#clock .lede").textContent().contains("At night"), listed);
      assertEquals(9 * 26, page.locator("#clock table.hours :is(th,td)").count(), "7 by 24, sums");
      assertTrue(
          page.locator("#clock").textContent().contains("have no exact time"),
          page.locator("#clock").textContent());
      page.getByText("The port", new Page.GetByTextOptions().setExact(true)).first().click();
      page.waitForURL(url -> url.contains("/ports/NGLOS"));
      assertTrue(page.locator("main").textContent().contains("Africa/Lagos"));
    }
  }

  @ParameterizedTest(name = "{0} px, dark {1}")
  @CsvSource({"1440, false", "768, true", "360, true"})
  void thePagesAreSoundAtEachWidth(int width, boolean dark) {
    Site.sql(
        "insert into sea_area (slug, name, source, outline, points, south, west, north, east,"
            + " changed_by, changed_at) values ('lagos-roads', 'Lagos roads', 'DRAWN',"
            + " '((3,6),(4,6),(4,7),(3,7))', 4, 6, 3, 7, 4, 'Test', now()) on conflict do nothing");
    try (BrowserContext window = Stage.window(width, 800, true, dark)) {
      Page page = window.newPage();
      see(page, width, dark, "statistics", "/statistics?port=NGLOS&radius_nm=25");
      see(page, width, dark, "port", "/ports/NGLOS?radius=50");
      see(page, width, dark, "ports", "/ports?q=lag");
      see(page, width, dark, "areas", "/areas");
      see(page, width, dark, "nothing", "/statistics?text=nothingatall");
      see(page, width, dark, "wrong", "/statistics?from=soon&to=2020-01-01");
      see(
          page,
          width,
          dark,
          "compare",
          "/statistics?port=NGLOS&from=2026-01-01&from2=2025-01-01&to2=2025-12-31");
    }
    try (BrowserContext window = Stage.window(width, 800, true, dark)) {
      Page page = Stage.signIn(window, "editor");
      see(page, width, dark, "desk-areas", "/editor/areas");
      see(page, width, dark, "draw", "/editor/areas/lagos-roads");
      see(page, width, dark, "portlists", "/editor/ports");
      see(page, width, dark, "mail", "/statistics/mail?kind=ROBBERY");
    }
  }

  private static void see(Page page, int width, boolean dark, String name, String path) {
    page.navigate(path);
    page.waitForLoadState();
    Shots.take(page, "geo-" + name + "-" + width + (dark ? "-dark" : "-light"));
    Accessibility.check(page, path + " at " + width);
    assertEquals(
        0,
        page.evaluate(
            "Math.max(0, document.documentElement.scrollWidth"
                + " - document.documentElement.clientWidth)"),
        path + " scrolls sideways at " + width);
  }

  @Test
  void theFiguresTakeFourStatementsAtMost() {
    SqlLog sql = new SqlLog(Stage.run().jdbcUrl(), Stage.run().settings().home());
    WebSession member = WebSession.signedIn(Stage.base(), "member");
    for (String path :
        List.of(
            "/statistics",
            "/statistics?port=NGLOS&from2=2025-01-01",
            "/ports/NGLOS",
            "/ports?q=lagos",
            "/areas",
            "/api/v1/statistics?port=NGLOS")) {
      int count = sql.least(() -> assertEquals(200, member.get(path).statusCode(), path));
      System.out.printf("%-52s %d statements%n", path, count);
      // the session of a person is one of them
      assertTrue(count <= 5, path + " takes " + count);
    }
  }

  @ParameterizedTest(name = "scripts {0}")
  @ValueSource(booleans = {true, false})
  void anAreaIsDrawnRefusedWhereItCrossesItselfAndFound(boolean script) {
    Site.sql("delete from sea_area");
    try (BrowserContext window = Stage.window(1440, 900, script, false)) {
      Page page = Stage.signIn(window, "editor");
      page.navigate("/editor/areas/new");
      page.locator("#name").fill("Fiji, east");
      page.locator("#outline").fill("10S 175E\n20S 170W\n10S 170W\n20S 175E");
      page.locator("#save").click();
      String said = page.locator(".field .err").textContent();
      assertTrue(said.contains("crosses or touches itself near 15°00.0′S"), said);
      assertTrue(page.locator("#outline").inputValue().startsWith("10S 175E"), "what was typed");
      page.locator("#outline").fill("10S 175E\n10S 170W\n20S 170W\n20S 175E");
      page.locator("#save").click();
      page.waitForURL(url -> url.endsWith("/editor/areas"));
      page.navigate("/statistics?area=fiji-east");
      assertEquals(200, page.navigate("/incidents?area=fiji-east").status());
      page.navigate("/editor/areas/fiji-east");
      page.locator("#remove").click();
      page.waitForURL(url -> url.endsWith("/editor/areas"));
      assertEquals("0", Site.query("select count(*) from sea_area"));
    }
  }

  @Test
  void aClickOnTheChartAddsACorner() {
    try (BrowserContext desk = Stage.desk()) {
      Page page = Stage.signIn(desk, "editor");
      page.navigate("/editor/areas/new");
      Locator chart = page.locator("#draw .leaflet-container");
      chart.waitFor();
      for (int[] at : new int[][] {{120, 100}, {220, 100}, {220, 200}, {120, 200}}) {
        chart.click(new Locator.ClickOptions().setPosition(at[0], at[1]));
      }
      assertEquals(4, page.locator("#outline").inputValue().strip().split("\n").length);
      chart.focus();
      page.keyboard().press("Enter");
      assertEquals(5, page.locator("#outline").inputValue().strip().split("\n").length);
      page.getByText("Take the last corner away").click();
      page.locator("#name").fill("Drawn by hand");
      page.locator("#save").click();
      page.waitForURL(url -> url.endsWith("/editor/areas"));
      assertEquals("4", Site.query("select points from sea_area where slug = 'drawn-by-hand'"));
      Site.sql("delete from sea_area where slug = 'drawn-by-hand'");
    }
  }

  @Test
  void aListOfPortsIsImportedWithEachRowAccountedFor() {
    String file =
        "index_number,region_number,port_name,country,port_latitude,port_longitude,harbor_size\n"
            + "90001,1,NOWHERE HARBOUR,NG,5.5,3.5,S\n90002,1,TOO FAR NORTH,NG,91,3.5,S\n";
    try (BrowserContext desk = Stage.desk()) {
      Page page = Stage.signIn(desk, "administrator");
      page.navigate("/editor/ports");
      page.locator("#file")
          .setInputFiles(new FilePayload("wpi.csv", "text/csv", file.getBytes(UTF_8)));
      page.locator("#start").click();
      page.waitForURL(url -> url.matches(".*/editor/ports/\\d+"));
      page.locator("[role=status]")
          .filter(new Locator.FilterOptions().setHasText(Pattern.compile("Done\\. ")))
          .first()
          .waitFor(new Locator.WaitForOptions().setTimeout(120_000));
      String tiles = page.locator(".tiles").textContent();
      assertTrue(tiles.contains("1Imported") && tiles.contains("1Refused"), tiles);
      assertTrue(
          page.locator("section[aria-labelledby=refused]").textContent().contains("91, 3.5"));
      Accessibility.check(page, "an import of ports");
      assertEquals(200, page.navigate("/ports/WPI-90001").status());
      assertTrue(page.locator("h1").textContent().contains("Nowhere Harbour, Nigeria"));
    }
  }

  @ParameterizedTest(name = "scripts {0}")
  @ValueSource(booleans = {true, false})
  void aReportIsOfferedTheNearestPort(boolean script) {
    try (BrowserContext window = Stage.window(360, 740, script, false)) {
      Page page = Stage.signIn(window, "member");
      page.navigate("/report");
      page.locator("#kind input").first().check();
      ReportSteps.twoHoursAgo(page);
      page.locator("#precision input").first().check();
      page.locator("#position").fill("06-18.0N 003-21.0E");
      page.locator("#text").fill("Two men came over the stern and left when they were seen.");
      page.locator("#personsHarmed input").first().check();
      page.locator("#check").click();
      Locator answers = page.locator("dl.answers");
      answers.waitFor();
      assertTrue(answers.textContent().contains("Nigeria"), answers.textContent());
      page.locator("#use-place").click();
      page.locator("dl.answers").waitFor();
      assertEquals(0, page.locator("#use-place").count(), "it stands in the place now");
      page.locator("#change-area").click();
      assertTrue(page.locator("#area").inputValue().contains("Nigeria"), "and can be changed");
    }
  }

  @Test
  void figuresLeaveAsJsonAndCsv() {
    WebSession member = WebSession.signedIn(Stage.base(), "member");
    String json = member.get("/api/v1/statistics?port=NGLOS&source=NGA_ASAM").body();
    assertTrue(json.startsWith("{\"count\":60"), json);
    assertTrue(json.contains("\"zone\":\"Africa/Lagos\""), json);
    String csv = member.get("/api/v1/statistics.csv?port=NGLOS&source=NGA_ASAM").body();
    assertTrue(csv.startsWith("table,value,count,few_more\r\ntotal,,60,\r\n"), csv);
    assertEquals(400, member.get("/api/v1/statistics?kind=boardng").statusCode());
    assertEquals(400, member.get("/api/v1/statistics?colour=red").statusCode());
    assertEquals(400, member.get("/api/v1/statistics?port=NGLOS&near=1,104").statusCode());
  }

  @Test
  void theDailyMailIsAskedForAndEnded() {
    try (BrowserContext phone = Stage.phoneWithoutScript()) {
      Page page = Stage.signIn(phone, "member");
      page.navigate("/statistics/mail?kind=ROBBERY");
      page.getByText("Mail me each day").click();
      page.waitForURL(url -> url.endsWith("/statistics/mail"));
      assertTrue(page.locator("main").textContent().contains("It counts: Robbery"));
      page.getByText("End the mail").click();
      page.waitForURL(url -> url.endsWith("/statistics/mail"));
      assertEquals("0", Site.query("select count(*) from statistics_subscription"));
    }
  }
}
