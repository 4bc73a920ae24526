package org.csoalliance.it.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.csoalliance.it.harness.Site;
import org.csoalliance.it.harness.Stage;
import org.csoalliance.it.harness.WebSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The long forms, as a person fills them in on a phone of 360 pixels without scripts. */
class LongFormE2E {
  private final String words = "Long form of the test, number " + System.nanoTime();

  @BeforeEach
  void start() {
    Stage.base();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "robbery", "attack", "hijack", "kidnap", "attempt", "suspicious", "stowaway",
        "cargo-theft", "drugs", "cyber", "state-action", "migrants", "weapons", "other"
      })
  void eachKindIsReportedOnAPhoneWithoutScripts(String kind) {
    try (BrowserContext window = Stage.phoneWithoutScript()) {
      Page page = Stage.signIn(window, "member");
      page.navigate("/report/" + kind);
      answer(page);
      int steps = 0;
      while (!page.url().contains("step=check") && steps++ < 12) {
        fits(page, kind);
        page.locator("#go").click();
        answer(page);
      }
      assertTrue(page.url().contains("step=check"), page.url());
      assertEquals(0, page.locator(".errors").count(), page.locator("main").innerText());
      fits(page, kind);
      page.locator("#send").click();
      page.waitForURL(url -> url.contains("/incidents/CSOA-"));
      assertTrue(page.locator("main").textContent().contains(words));
      assertTrue(page.locator("main .history").count() > 0);
      fits(page, kind);
    }
    assertEquals("1", count("incident where text"));
  }

  /** What every kind needs: the story, a place, a time; the first answer of each question. */
  private void answer(Page page) {
    if (page.locator("#text").count() > 0) {
      page.locator("#text").fill(words);
      Locator found = page.locator("input[name=found]");
      if (found.count() > 0) {
        found.first().check();
      }
    }
    if (page.locator("#position").count() > 0) {
      page.locator("#position").fill("09-28.1N 013-46.7W");
      page.locator("input[name=waters]").first().check();
    }
    if (page.locator("#time").count() > 0) {
      ReportSteps.twoHoursAgo(page);
    }
  }

  private static void fits(Page page, String what) {
    int over =
        ((Number)
                page.evaluate(
                    "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
            .intValue();
    assertTrue(over <= 0, what + " at " + page.url() + " scrolls sideways by " + over + " px");
  }

  private String count(String from) {
    return Site.query("select count(*) from " + from + " = '" + words + "'");
  }

  @Test
  void mistakesAreToldAtTheirFieldAndNothingTypedIsLost() {
    try (BrowserContext window = Stage.phoneWithoutScript()) {
      Page page = Stage.signIn(window, "cruise");
      page.navigate("/report/robbery");
      answer(page);
      page.locator("#text").fill("x".repeat(410_000)); // more than a draft holds
      page.locator("#go").click();
      assertTrue(
          page.locator(".errors a[href='#text']").textContent().contains("Shorten it to 20,000"),
          page.locator(".errors").textContent());
      page.locator("#text").fill(words);
      page.locator("#raiders").fill("10 to 3");
      page.locator(".more-questions > summary").click();
      page.locator("[id='craft.0.length']").fill("long");
      page.locator("#go").click();
      assertTrue(page.locator(".errors a[href='#raiders']").count() > 0, page.content());
      assertTrue(page.locator(".errors a[href='#craft.0.length']").count() > 0);
      assertEquals(words, page.locator("#text").inputValue());
      assertEquals("10 to 3", page.locator("#raiders").inputValue());
      page.locator("#raiders").fill("3 to 10");
      page.locator("[id='craft.0.length']").fill("");
      page.locator("[id='craft.0.type'] input").first().check();
      page.locator("button[value='add:craft']").click();
      assertEquals(1, page.locator("[id='craft.1']").count());
      page.locator("[id='craft.1.colour']").fill("#{7*7}<script>");
      page.locator("#go").click();
      page.waitForURL(url -> url.contains("step=where"));

      // the draft waits on the server, for this person alone
      page.navigate("/report/robbery");
      assertEquals(words, page.locator("#text").inputValue());
      assertEquals("#{7*7}<script>", page.locator("[id='craft.1.colour']").inputValue());
      window.clearCookies();
      page.locator("#go").click();
      page.waitForURL(url -> url.contains("/sign-in"));
      signIn(page, "cruise@demo.example");
      page.navigate("/report/robbery");
      assertEquals(words, page.locator("#text").inputValue());
      page.locator("button[value=discard]").click();
      assertEquals("", page.locator("#text").inputValue());
    }
    try (BrowserContext window = Stage.phoneWithoutScript()) {
      Page other = Stage.signIn(window, "deputy");
      other.navigate("/report/robbery");
      assertFalse(other.content().contains(words));
    }
  }

  private static void signIn(Page page, String who) {
    page.locator("input[autocomplete=username], input[type=email]").first().fill(who);
    page.locator("input[type=password]").fill(WebSession.PASSWORD);
    page.locator("main button[type=submit], main input[type=submit]").first().click();
  }

  @Test
  void theQuickReportOffersToTellMoreAndTheVersionIsRead() {
    String reference;
    try (BrowserContext window = Stage.desk()) {
      Page page = Stage.signIn(window, "member");
      page.navigate("/report");
      ReportSteps.fill(page, words);
      page.locator("#check").click();
      page.locator("#send").click();
      page.waitForURL(url -> url.contains("/incidents/CSOA-"));
      reference = ReportSteps.reference(page);
      page.locator("a:has-text('Tell more')").click();
      Accessibility.check(page, "a long form that adds to a report");
      page.locator("input[name=weapons][value=KNIFE]").check();
      for (int n = 0; n < 12 && page.locator("#reason").count() == 0; n++) {
        page.locator("#go").click();
      }
      page.locator("#go").click();
      assertTrue(page.locator(".errors a[href='#reason']").count() > 0, "a reason is needed");
      page.locator("#reason").fill("The crew was asked once more.");
      page.locator("#go").click();
      page.waitForURL(url -> url.contains("step=check"));
      Accessibility.check(page, "check the answers of a version");
      page.locator("#send").dblclick();
      page.waitForURL(url -> url.contains("/incidents/" + reference));
      assertTrue(page.locator("main").textContent().contains("The crew was asked once more."));
      assertTrue(page.locator(".changes").textContent().contains("Knives or machetes"));
      Accessibility.check(page, "an incident with versions");
    }
    assertEquals(
        "2",
        Site.query(
            "select count(*) from incident_version v join incident i on i.id = v.incident_id"
                + " where i.reference = '"
                + reference
                + "'"));
    try (BrowserContext window = Stage.window(360, 740, true, true)) {
      Page editor = Stage.signIn(window, "editor");
      editor.navigate("/incidents/" + reference);
      editor.locator("#reliability").selectOption("B");
      editor.locator("#credibility").selectOption("2");
      editor.locator("#grade-save").click();
      assertTrue(editor.locator("main").textContent().contains("B2"));
      Accessibility.check(editor, "a graded incident on a phone in the dark");
      fits(editor, "a graded incident");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1440, 360})
  void theStepsAreAccessible(int width) {
    for (boolean dark : new boolean[] {false, true}) {
      try (BrowserContext window = Stage.window(width, 900, true, dark)) {
        Page page = Stage.signIn(window, "deputy");
        for (String address :
            new String[] {
              "robbery",
              "robbery?step=people",
              "robbery?step=sharing",
              "robbery?step=check",
              "stowaway?step=people",
              "cyber"
            }) {
          page.navigate("/report/" + address);
          Accessibility.check(page, address + " at " + width);
          fits(page, address);
        }
      }
    }
  }
}
