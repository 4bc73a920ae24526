package org.csoalliance.it.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.csoalliance.it.harness.Api;
import org.csoalliance.it.harness.Eventually;
import org.csoalliance.it.harness.Stage;
import org.csoalliance.run.CaughtMail;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The main job: a CSO watches a strait and reports a robbery there from a phone without scripts, an
 * editor confirms it, the mail lies in the catcher, and the incident stands on list, map and feeds;
 * a visitor sees none of it.
 */
@Tag("both")
class SpineJourneyE2E {
  private static final String WORDS =
      "Three men with knives took engine spares near the quay of lantern " + System.nanoTime();

  @Test
  void fromAReportOnAPhoneToAMail() {
    String reference;
    try (BrowserContext phone = Stage.phoneWithoutScript()) {
      Page page = Stage.signIn(phone, "member");
      watchTheSingaporeStrait(page);
      reference = report(page);
    }
    confirm(reference);
    mailIsThere(reference);
    listMapAndFeedsHoldIt(reference);
    aVisitorSeesNothing(reference);
  }

  private static void watchTheSingaporeStrait(Page page) {
    page.navigate("/alerts");
    if (page.locator("button:has-text('Watch Singapore Strait')").count() > 0) {
      press(page, "button:has-text('Watch Singapore Strait')");
    }
    assertTrue(
        page.locator("table:has-text('Your watches')").textContent().contains("Singapore Strait"));
  }

  /** Presses a button that leads to an answer of the server, and waits for that. */
  private static void press(Page page, String button) {
    page.waitForNavigation(() -> page.locator(button).click());
  }

  private static String report(Page page) {
    page.navigate("/report");
    press(page, "#check");
    assertTrue(page.title().startsWith("Error: "), page.title());
    assertTrue(page.locator(".errors a").count() >= 2, "a summary that leads to the fields");
    page.locator("input[name=kind][value=ROBBERY]").check();
    ReportSteps.twoHoursAgo(page);
    page.locator("#position").fill("01-14.5N 104-03.2E");
    page.locator("#area").fill("Singapore Strait, eastbound lane");
    page.locator("#shipImo").fill("9900008");
    page.locator("#text").fill(WORDS);
    page.locator("input[name=personsHarmed][value=NO]").check();
    page.locator("input[name=tlp][value=GREEN]").check();
    press(page, "#check");
    assertTrue(
        page.locator(".errors").textContent().contains("check digit"), "a wrong check digit");
    assertEquals(WORDS, page.locator("#text").inputValue(), "what was typed is kept");
    page.locator("#shipImo").fill("9900007");
    press(page, "#check");
    assertTrue(page.locator("dl.answers").textContent().contains("01°14.5′N 104°03.2′E"));
    press(page, "#send");
    assertTrue(page.url().contains("/incidents/CSOA-"), page.url());
    return page.url().replaceAll(".*(CSOA-\\d{4}-\\d{5}).*", "$1");
  }

  private static void confirm(String reference) {
    try (BrowserContext desk = Stage.desk()) {
      Page page = Stage.signIn(desk, "editor");
      page.navigate("/editor/queue");
      page.navigate("/incidents/" + reference);
      press(page, "#confirm");
      assertTrue(page.locator(".errors").count() > 0, "a reason is asked for");
      page.locator("#reason").fill("Port police and the agent tell the same.");
      press(page, "#confirm");
      page.navigate("/incidents/" + reference);
      assertTrue(page.locator("main").textContent().contains("Confirmed"));
      assertTrue(page.locator("main").textContent().contains("Port police and the agent"));
    }
  }

  private static void mailIsThere(String reference) {
    CaughtMail mail =
        Eventually.get(
            "the mail about " + reference,
            Duration.ofSeconds(60),
            () ->
                Stage.run().mail().mailsTo("member@demo.example").stream()
                    .filter(each -> each.text().contains(reference))
                    .findFirst()
                    .orElse(null));
    assertTrue(mail.subject().contains("Singapore Strait"), mail.subject());
    assertTrue(mail.text().contains(WORDS));
    assertTrue(mail.text().contains("01°14.5′N 104°03.2′E"));
    assertTrue(mail.source().length() < 20_480);
  }

  private static void listMapAndFeedsHoldIt(String reference) {
    Api cruise = Api.as(Stage.base(), "cruise");
    for (String path :
        List.of(
            "incidents?kind=robbery",
            "incidents.geojson?near=01-14N%20104-03E&radius_nm=20",
            "incidents.atom",
            "incidents.csv?text=lantern",
            "map?zoom=16&bbox=104.04,1.22,104.07,1.26")) {
      HttpResponse<String> answer = cruise.get(path);
      assertEquals(200, answer.statusCode(), path);
      assertTrue(answer.body().contains(reference), path);
    }
    try (BrowserContext desk = Stage.desk()) {
      Page page = Stage.signIn(desk, "cruise");
      page.navigate("/incidents?text=lantern");
      assertTrue(page.locator("main").textContent().contains("1 incident"));
      page.navigate("/incidents?bbox=103.9,1.1,104.2,1.4&text=lantern");
      page.locator(".leaflet-marker-icon, .map a[aria-label]").first().waitFor();
      assertTrue(page.locator("main table").textContent().contains("Singapore Strait"));
    }
  }

  private static void aVisitorSeesNothing(String reference) {
    Api visitor = Api.visitor(Stage.base());
    assertEquals(404, visitor.get("incidents/" + reference).statusCode());
    for (String path : List.of("incidents?text=lantern", "incidents.geojson", "incidents.atom")) {
      assertFalse(visitor.get(path).body().contains(reference), path);
    }
    try (BrowserContext window = Stage.desk()) {
      Page page = window.newPage();
      assertEquals(404, page.navigate("/incidents/" + reference).status());
      page.navigate("/report");
      assertTrue(page.url().contains("/sign-in"), page.url());
    }
  }
}
