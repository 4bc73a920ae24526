package org.csoalliance.it.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.csoalliance.it.harness.Api;
import org.csoalliance.it.harness.Eventually;
import org.csoalliance.it.harness.Site;
import org.csoalliance.it.harness.SqlLog;
import org.csoalliance.it.harness.Stage;
import org.csoalliance.it.harness.WebSession;
import org.csoalliance.run.CaughtMail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events as visitors, members and organisers meet them. */
class EventsE2E {
  private static final String ROTTERDAM = "/events/port-crime-workshop-rotterdam";

  @Test
  void aVisitorFindsDatesWithoutScriptsAndWithoutASession() {
    WebSession visitor = new WebSession(Stage.base());
    HttpResponse<String> home = visitor.get("/");
    assertTrue(home.body().contains("/events/"), "the rail has dates");
    HttpResponse<String> list = visitor.get("/events?series=Port+crime+workshops");
    assertTrue(list.body().contains(ROTTERDAM));
    assertFalse(list.body().contains("cyber-workshop-piraeus"), "another series");
    assertFalse(list.body().contains("workshop-singapore"), "that one is for members");
    String past = visitor.get("/events?view=past").body();
    assertTrue(past.contains("Maritime Information Warfare"), "the year 2019");
    assertTrue(past.contains("2018"));
    String month =
        Site.query(
            "select to_char(starts_at, 'YYYY-MM') from event where slug ="
                + " 'port-crime-workshop-rotterdam'");
    assertTrue(visitor.get("/events/calendar?month=" + month).body().contains(ROTTERDAM));
    HttpResponse<String> page = visitor.get(ROTTERDAM);
    assertTrue(page.body().contains("The address goes to those accepted"));
    assertFalse(page.body().contains("Waalhaven"), "the venue is hidden");
    assertTrue(page.body().contains("og:title"));
    JsonObject linked =
        JsonParser.parseString(
                page.body().replaceAll("(?s).*ld\\+json\"[^>]*>(.*?)</script>.*", "$1"))
            .getAsJsonObject();
    assertEquals("Event", linked.get("@type").getAsString());
    assertFalse(linked.toString().contains("Waalhaven"));
    assertNull(visitor.sessionCookie(), "no session is made for a visitor");
    assertEquals(404, visitor.get("/events/port-crime-workshop-singapore").statusCode());
    assertEquals(404, visitor.get("/events/nothing-here").statusCode());
    assertEquals(200, visitor.get("/events?city=%27%22%3Cscript%3E").statusCode());
    HttpResponse<String> all = Api.visitor(Stage.base()).get("events.ics");
    assertTrue(all.body().contains("UID:port-crime-workshop-rotterdam@"), all.body());
    assertFalse(all.body().contains("singapore"), "that one is for members");
    String one = Api.visitor(Stage.base()).get("events/port-crime-workshop-rotterdam.ics").body();
    assertTrue(one.contains("BEGIN:VTIMEZONE"), one);
    assertTrue(one.contains("TZID=Europe/Amsterdam"), one);
    assertEquals(
        404,
        Api.visitor(Stage.base()).get("events/port-crime-workshop-singapore.ics").statusCode());
    assertEquals(
        404, Api.visitor(Stage.base()).get("calendars/" + "A".repeat(32) + ".ics").statusCode());
  }

  @ParameterizedTest(name = "scripts {0}")
  @CsvSource({"true", "false"})
  void anOrganiserMakesAWorkshopOfTwoDaysFromNothingAndMovesIt(boolean script) {
    String title = "Convoy workshop " + UUID.randomUUID().toString().substring(0, 8);
    String slug;
    long begun = System.nanoTime();
    try (BrowserContext window = Stage.window(1440, 900, script, false)) {
      Page page = Stage.signIn(window, "organiser");
      page.navigate("/organiser/new");
      type(page, "#title", title);
      type(page, "#zone", "Europe/Athens");
      type(page, "#startsAt", "2031-03-30T03:30");
      type(page, "#endsAt", "2031-03-31T16:00");
      type(page, "#city", "Piraeus");
      type(page, "#capacity", "20");
      page.locator("#create").click();
      page.locator(".errors").waitFor();
      assertTrue(
          page.locator(".errors").textContent().contains("from 03:00 to 04:00"),
          page.locator(".errors").textContent());
      assertEquals(title, page.locator("#title").inputValue(), "what was typed is kept");
      type(page, "#startsAt", "2031-04-02T09:00");
      type(page, "#endsAt", "2031-04-03T16:00");
      page.locator("#create").click();
      page.waitForURL(url -> url.endsWith("/edit"));
      slug = page.url().replaceAll(".*/organiser/(.*)/edit", "$1");
      assertTrue(page.locator(".ev-warnings").textContent().contains("There is no address"));
      Shots.take(page, "event-edit-" + script);
      type(page, "#venue", "Akti Miaouli 10");
      page.locator("#venueHidden").check();
      page.locator("#save").click();
      page.locator(".note.ok").first().waitFor();
      assertEquals(0, page.locator(".ev-warnings:has-text('There is no address')").count());
      page.navigate("/organiser/" + slug + "/agenda");
      part(page, "What attacks look like", "2031-04-02T09:00", "2031-04-02T12:00", "Hall");
      part(page, "Who to call", "2031-04-02T11:00", "2031-04-02T16:00", "Hall");
      assertTrue(
          page.locator(".ev-warnings").textContent().contains("are in Hall at the same time"));
      part(page, "A drill", "2031-04-03T09:00", "2031-04-03T16:00", "Room 2");
      assertEquals(3, page.locator("table.rows tbody tr").count());
      page.locator("table.rows tbody a:has-text('Who to call')").click();
      type(page, "#startsAt", "2031-04-02T13:00");
      page.locator("#save").click();
      page.locator(".note.ok").first().waitFor();
      assertEquals(0, page.locator(".ev-warnings").count(), "the clash is mended");
      Shots.take(page, "event-agenda-" + script);
      page.navigate("/organiser/" + slug + "/edit");
      page.locator(".to-OPEN").click();
      page.locator(".note.ok").first().waitFor();
      System.out.printf(
          "a workshop of three sessions from nothing: %d s%n",
          (System.nanoTime() - begun) / 1_000_000_000);
    }
    Api member = Api.as(Stage.base(), "member");
    assertEquals(201, member.post("events/" + slug + "/registrations", "{}").statusCode());
    String feed = feed(script);
    String entry = Api.visitor(Stage.base()).get(feed).body();
    assertTrue(entry.contains("UID:" + slug + "@"), entry);
    assertTrue(entry.contains("Akti Miaouli 10"), "who has a seat knows the address");
    try (BrowserContext window = Stage.window(1440, 900, script, false)) {
      Page page = Stage.signIn(window, "organiser");
      page.navigate("/organiser/" + slug + "/edit");
      type(page, "#zone", "Europe/Berlin");
      page.locator("#save").click();
      page.locator(".note.ok").first().waitFor();
    }
    String moved = Api.visitor(Stage.base()).get(feed).body().replace("\r\n ", "");
    assertTrue(moved.contains("UID:" + slug + "@"), moved);
    assertTrue(moved.contains("DTSTART;TZID=Europe/Berlin:20310402T090000"), moved);
    CaughtMail mail =
        Eventually.get(
            "the mail about the change",
            Duration.ofSeconds(60),
            () ->
                Stage.run().mail().mailsTo("member@demo.example").stream()
                    .filter(each -> each.subject().contains("Changed: " + title))
                    .findFirst()
                    .orElse(null));
    assertTrue(mail.source().contains("text/calendar"), mail.source());
    assertTrue(mail.source().contains("method=REQUEST"), mail.source());
    assertEquals(
        "2",
        Site.query("select sequence from event where slug = '" + slug + "'"),
        "an address was given, then the zone changed");
  }

  /** The address of a new feed of the member's, as the interface has it. */
  private static String feed(boolean script) {
    try (BrowserContext window = Stage.window(360, 800, script, false)) {
      Page page = Stage.signIn(window, "member");
      page.navigate("/me/calendar");
      page.locator("#make").click();
      String address = page.locator("#address").textContent();
      return address.substring(address.indexOf("calendars/"));
    }
  }

  private static void part(Page page, String title, String from, String to, String room) {
    type(page, "#title", title);
    type(page, "#startsAt", from);
    type(page, "#endsAt", to);
    type(page, "#room", room);
    Locator rows = page.locator("table.rows tbody tr");
    int before = rows.count();
    page.locator("#save").click();
    rows.nth(before).waitFor();
  }

  private static void type(Page page, String field, String words) {
    page.locator(field).fill(words);
  }

  @ParameterizedTest(name = "{0} px, dark {1}")
  @CsvSource({"1440, false", "768, true", "360, true"})
  void nobodyIsLeftOut(int width, boolean dark) {
    String month =
        Site.query(
            "select to_char(starts_at, 'YYYY-MM') from event where slug ="
                + " 'port-crime-workshop-rotterdam'");
    List<String> open =
        List.of(
            "/",
            "/news",
            "/events",
            "/events?city=Nowhere",
            "/events?view=past",
            "/events/calendar?month=" + month,
            ROTTERDAM);
    try (BrowserContext window = Stage.window(width, 900, true, dark)) {
      Page page = window.newPage();
      List<String> said = new ArrayList<>();
      page.onConsoleMessage(message -> said.add(message.text()));
      Accessibility.look(page, "event-visitor", width, dark, open);
      assertEquals(List.of(), said, "the policy takes everything on the pages");
    }
    try (BrowserContext window = Stage.window(width, 900, true, dark)) {
      Page desk = Stage.signIn(window, "organiser");
      Accessibility.look(
          desk,
          "event-organiser",
          width,
          dark,
          List.of(
              "/events",
              ROTTERDAM,
              "/organiser",
              "/organiser/new",
              "/organiser/port-crime-workshop-rotterdam/copy",
              "/organiser/port-crime-workshop-rotterdam/edit",
              "/organiser/port-crime-workshop-rotterdam/agenda",
              "/me/calendar"));
    }
  }

  @Test
  void pagesTakeAtMostFourStatements() {
    SqlLog sql = new SqlLog(Stage.run().jdbcUrl(), Stage.run().settings().home());
    WebSession member = WebSession.signedIn(Stage.base(), "member");
    WebSession visitor = new WebSession(Stage.base());
    for (String path : List.of("/events", "/events?view=past", "/events/calendar", ROTTERDAM)) {
      for (WebSession session : List.of(member, visitor)) {
        int taken = sql.least(() -> assertEquals(200, session.get(path).statusCode(), path));
        System.out.println(path + " takes " + taken + " statements");
        assertTrue(taken <= 4, path + " takes " + taken);
      }
    }
  }
}
