package org.csoalliance.it.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.csoalliance.it.harness.Site;
import org.csoalliance.it.harness.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One event told by a member and by NGA: found, compared, merged and split, without scripts. */
class TwinsE2E {
  private static final String ONE = "CSOA-1996-00001";
  private static final String OTHER = "CSOA-1996-00002";

  @BeforeAll
  static void twoTellings() {
    Stage.base();
    clean();
    String made =
        """
        insert into incident (reference, kind, status, occurred_at, occurred_precision, latitude,
                              longitude, area, tlp, title, text, source, source_reference,
                              reporter_id, company_id, created_at, updated_at)
        select '%s', 'ROBBERY', 'CONFIRMED', timestamptz '1996-05-0%d 02:%d0Z', 'EXACT', 9.4%d,
               -13.7, 'Water of the twins', '%s', '%s', '%s', '%s', '%s', %s, now(), now()
        from account a where a.email_key = 'member@demo.example'""";
    Site.sql(
        made.formatted(
            ONE,
            3,
            1,
            0,
            "GREEN",
            "Boarded, spares stolen",
            "Five men with knives took spares.",
            "MEMBER",
            "",
            "a.id, a.company_id"));
    Site.sql(
        made.formatted(
            OTHER,
            3,
            3,
            1,
            "CLEAR",
            "Robbers on a tanker",
            "Robbers boarded a tanker and fled.",
            "NGA_ASAM",
            "1996-77",
            "null, null"));
  }

  @AfterAll
  static void clean() {
    Site.sql("delete from incident where area = 'Water of the twins'");
  }

  private static int listed(Page page) {
    page.navigate("/incidents?port=twins");
    return page.locator("main a[href*='/incidents/CSOA-1996-0000']").count();
  }

  @Test
  void anEditorMergesAndSplitsWithoutScripts() {
    try (BrowserContext phone = Stage.window(1024, 800, false, false)) {
      Page page = Stage.signIn(phone, "editor");
      assertEquals(2, listed(page));
      // the search for twins runs every ten seconds
      Locator pair = page.locator("a[href$='/editor/twins/" + ONE + "/" + OTHER + "']");
      for (int turn = 0; turn < 60 && pair.count() == 0; turn++) {
        page.navigate("/editor/twins");
        page.waitForTimeout(500);
      }
      pair.click();
      assertTrue(page.locator(".pair").textContent().contains("Five men with knives"));
      assertTrue(page.locator("main").textContent().contains("minutes apart"));
      page.locator("#merge").click();
      assertTrue(page.locator(".field .err").textContent().contains("Give the reason"));
      page.locator("input[name=stays][value='" + ONE + "']").check();
      page.locator("#reason").fill("Both name the stern and five men.");
      page.locator("#merge").click();
      page.waitForURL("**/incidents/" + ONE);
      assertTrue(page.locator("#account-" + OTHER).textContent().contains("Robbers boarded"));
      assertEquals(1, listed(page));
      page.navigate("/incidents/" + OTHER);
      assertTrue(page.url().contains(ONE), page.url());
      page.locator("#account-" + OTHER + " a[href*='/editor/twins/']").click();
      page.locator("#why").fill("The agent names two ships.");
      page.locator("#split").click();
      page.waitForURL("**/incidents/" + OTHER);
      assertEquals(2, listed(page));
    }
  }

  @Test
  void thePagesAreAccessible() {
    try (BrowserContext desk = Stage.desk()) {
      Page page = Stage.signIn(desk, "editor");
      page.navigate("/editor/twins");
      Accessibility.check(page, "twins");
      Shots.take(page, "twins-1440");
      page.navigate("/editor/twins/" + ONE + "/" + OTHER);
      Accessibility.check(page, "two accounts");
      Shots.take(page, "compare-1440");
    }
    try (BrowserContext phone = Stage.window(360, 740, true, true)) {
      Page page = Stage.signIn(phone, "editor");
      page.navigate("/editor/twins/" + ONE + "/" + OTHER);
      Accessibility.check(page, "two accounts on a phone");
      Shots.take(page, "compare-360-dark");
      assertEquals(
          0,
          page.evaluate(
              "Math.max(0, document.documentElement.scrollWidth"
                  + " - document.documentElement.clientWidth)"),
          "scrolls sideways");
    }
  }
}
