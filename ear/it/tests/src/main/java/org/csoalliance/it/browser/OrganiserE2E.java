package org.csoalliance.it.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.csoalliance.it.harness.Api;
import org.csoalliance.it.harness.Site;
import org.csoalliance.it.harness.Stage;
import org.csoalliance.it.harness.WebSession;
import org.junit.jupiter.api.Test;

/** An organiser at the desk: what needs somebody, many approved at once, a mail to them, a file. */
class OrganiserE2E {
  private static final String EVENT =
      "{\"title\":\"%s\",\"starts_at\":\"2031-03-03T08:00:00Z\",\"ends_at\":"
          + "\"2031-03-03T15:00:00Z\",\"zone\":\"Europe/Amsterdam\",\"city\":\"Rotterdam\","
          + "\"capacity\":20,\"audience\":\"MEMBERS\",\"status\":\"OPEN\",\"approval\":true}";

  private static String made(String title) {
    Api organiser = Api.as(Stage.base(), "organiser");
    HttpResponse<String> made = organiser.post("events", EVENT.formatted(title));
    assertEquals(201, made.statusCode(), made.body());
    Matcher slug = Pattern.compile("\"slug\"\\s*:\\s*\"([^\"]+)\"").matcher(made.body());
    assertTrue(slug.find(), made.body());
    for (int i = 1; i <= 3; i++) {
      assertEquals(
          201,
          organiser
              .post(
                  "events/" + slug.group(1) + "/registrations",
                  "{\"name\":\"=Guest %d\",\"mail\":\"guest%d@desk.example\",\"company\":\"Desk\"}"
                      .formatted(i, i))
              .statusCode());
    }
    for (String who : new String[] {"member", "cruise"}) {
      assertEquals(
          201,
          Api.as(Stage.base(), who)
              .post("events/" + slug.group(1) + "/registrations", "{}")
              .statusCode());
    }
    return slug.group(1);
  }

  @Test
  void fromWhatNeedsSomebodyToMailAndFile() {
    String slug = made("Desk of an organiser " + System.nanoTime());
    String desk = "/organiser/" + slug;
    try (BrowserContext window = Stage.window(1440, 900, true, false)) {
      Page page = Stage.signIn(window, "organiser");
      page.navigate(desk);
      assertTrue(page.locator(".note.warn").textContent().contains("2 registrations wait"));
      assertEquals("3", page.locator(".tiles a b").first().textContent());
      Accessibility.check(page, "the overview");

      page.locator(".note.warn a").first().click();
      assertEquals(2, page.locator("table.rows tbody tr").count());
      Accessibility.check(page, "the table");
      page.locator("button[value=APPROVE]").click();
      assertTrue(page.locator("main").textContent().contains("Choose at least one"));
      page.locator("#all").check();
      page.locator("button[value=APPROVE]").click();
      assertTrue(page.locator("#sure-h").textContent().contains("2 registrations"));
      Accessibility.check(page, "the question whether one is sure");
      page.locator("button[name=sure]").click();
      assertTrue(page.locator(".note.ok").textContent().contains("2 accepted"));
      page.navigate(desk);
      assertEquals("5", page.locator(".tiles a b").first().textContent());

      page.navigate(desk + "/registrations?group=accepted&sort=name");
      assertEquals(5, page.locator("table.rows tbody tr").count());
      page.locator("table.rows tbody th a").first().click();
      assertEquals("=Guest 1", page.locator("h1").textContent());
      page.locator("a[rel=next]").click();
      assertEquals("=Guest 2", page.locator("h1").textContent());
      Accessibility.check(page, "one registration");

      page.navigate(desk + "/mails/new?group=accepted");
      page.locator("#subject").fill("News of {event}");
      page.locator("#words").fill("Dear {nobody}, bring a case.");
      page.locator("button[name=look]").click();
      assertTrue(page.locator(".errors").textContent().contains("{nobody}"));
      page.locator("#words").fill("Dear {name}, bring a case.");
      page.locator("button[name=look]").click();
      assertTrue(page.locator("#look-h").isVisible());
      Accessibility.check(page, "a mail before it is sent");
      page.locator("button[name=send]").click();
      assertTrue(page.locator(".note.ok").textContent().contains("on their way"));
      assertEquals(
          "5",
          Site.query(
              "select count(*) from outbox_mail where object_ref = '"
                  + slug
                  + "' and body like '%bring a case.%'"));
      page.locator("table.rows tbody th a").first().click();
      assertEquals(5, page.locator("table.rows tbody tr").count());
      Accessibility.check(page, "what became of a mail");
    }
    WebSession organiser = WebSession.signedIn(Stage.base(), "organiser");
    String csv = organiser.get(desk + "/export?format=csv&group=accepted").body();
    assertTrue(csv.startsWith("\uFEFFName,"), csv);
    assertTrue(csv.contains("\r\n'=Guest 1,Desk,"), csv);
    assertEquals(7, csv.split("\r\n", -1).length, csv);
  }

  @Test
  void aMemberOfTheTeamDoesWhatTheDutySaysAndNobodyElseFindsTheDesk() {
    String slug = made("Team of an event " + System.nanoTime());
    String desk = "/organiser/" + slug;
    WebSession member = WebSession.signedIn(Stage.base(), "member");
    assertEquals(404, member.get(desk).statusCode());
    assertEquals(404, member.get(desk + "/registrations").statusCode());
    assertEquals(404, member.get(desk + "/export?format=csv").statusCode());
    try (BrowserContext window = Stage.window(360, 800, true, true)) {
      Page page = Stage.signIn(window, "organiser");
      page.navigate(desk + "/team");
      page.locator("#mail").fill("nobody@demo.example");
      page.locator("main form button.btn").click();
      assertTrue(page.locator(".errors").textContent().contains("No member has this address"));
      page.locator("#mail").fill("member@demo.example");
      page.locator("#duty").selectOption("AUDITOR");
      page.locator("main form button.btn").click();
      assertEquals(2, page.locator("table.rows tbody tr").count());
      Accessibility.check(page, "the team on a phone");
    }
    assertEquals(200, member.get(desk + "/registrations").statusCode());
    assertEquals(404, member.get(desk + "/export?format=csv").statusCode());
    assertEquals(404, member.get(desk + "/mails").statusCode());
    assertTrue(member.get(desk + "/registrations").body().contains("=Guest 1"), "an auditor reads");
  }
}
