package org.csoalliance.it.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.csoalliance.it.harness.Site;
import org.csoalliance.it.harness.Stage;
import org.csoalliance.it.harness.WebSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The meter of coverage, its chart and table, and the numbers that editors write down. */
class CoverageE2E {
  private static final String SOURCE = "Register of the coverage test";

  @AfterEach
  void asBefore() {
    Site.sql("delete from coverage_denominator where source = '" + SOURCE + "'");
  }

  @Test
  void aMemberReadsTheMeterWithoutScriptsOnAPhone() {
    try (BrowserContext phone = Stage.phoneWithoutScript()) {
      Page page = Stage.signIn(phone, "member");
      page.navigate("/members/coverage");
      assertEquals(
          "Cruise ships: members answer for 36 of 60 ships, that is 60%.",
          page.locator("#meter").textContent());
      assertEquals(13, page.locator(".chart rect").count());
      assertEquals(13, page.locator("main .stack table").first().locator("tbody tr").count());
      assertTrue(page.locator("#bands").textContent().contains("few"), "one company's fleet");
      page.locator("#sectors a").first().click();
      assertTrue(page.url().endsWith("sector=TANKER"), page.url());
      assertTrue(page.locator("#meter").textContent().contains("few"), "one company's ships");
      for (String other : new String[] {"PIRATES", "'", "CRUISE&sector=TANKER"}) {
        assertEquals(200, page.navigate("/members/coverage?sector=" + other).status());
      }
    }
  }

  @Test
  void anEditorWritesANumberDownAndWithdrawsIt() {
    try (BrowserContext window = Stage.desk()) {
      Page page = Stage.signIn(window, "editor");
      page.navigate("/editor/coverage");
      page.locator("#ships").fill("many");
      page.locator("#asOf").fill("2099-01-01");
      page.locator("button[name=add]").click();
      String errors = page.locator(".errors").textContent();
      assertTrue(errors.contains("how many ships") && errors.contains("to today"), errors);
      assertTrue(errors.contains("where the number is from"), errors);
      assertEquals("many", page.locator("#ships").inputValue(), "what was typed is kept");
      page.locator("#ships").fill("72");
      page.locator("#asOf").fill("2026-11-01");
      page.locator("#source").fill(SOURCE);
      page.locator("button[name=add]").click();
      assertTrue(page.locator(".note.ok").textContent().contains("written down"));
      page.navigate("/members/coverage");
      assertTrue(page.locator("#meter").textContent().contains("36 of 72 ships, that is 50%"));
      Shots.take(page, "coverage-1440");
      page.navigate("/editor/coverage");
      page.locator("button[name=withdraw]").first().click();
      assertTrue(page.locator(".note.ok").textContent().contains("withdrawn"));
      page.navigate("/members/coverage");
      assertTrue(page.locator("#meter").textContent().contains("36 of 60 ships"));
    }
    assertEquals(
        "coverage.denominator_withdrawn",
        Site.query(
            "select action from audit_entry where object_type = 'coverage'"
                + " order by number desc limit 1"));
  }

  @Test
  void othersReadNothingOfIt() {
    for (String who :
        new String[] {"partner", "vetting", "auditor", "administrator", "applicant"}) {
      WebSession session = WebSession.signedIn(Stage.base(), who);
      assertEquals(403, session.get("/members/coverage").statusCode(), who);
      assertEquals(403, session.get("/editor/coverage").statusCode(), who);
    }
    assertEquals(
        403, WebSession.signedIn(Stage.base(), "member").get("/editor/coverage").statusCode());
  }
}
