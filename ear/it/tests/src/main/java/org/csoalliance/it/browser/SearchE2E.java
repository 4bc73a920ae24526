package org.csoalliance.it.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.csoalliance.it.harness.Stage;
import org.csoalliance.it.harness.WebSession;
import org.junit.jupiter.api.Test;

/** One search: grouped, marked, within what the reader may see. */
class SearchE2E {
  @Test
  void aVisitorFindsWhatIsPublicAndNothingElse() {
    WebSession visitor = new WebSession(Stage.base());
    String found = visitor.get("/search?q=hawsepipe").body();
    assertFalse(found.contains("What worked at anchor"), "a booklet of members");
    assertTrue(visitor.get("/search?q=ladder").body().contains("<mark>ladder</mark>"));
    for (String odd :
        new String[] {
          "%27%22%3Cscript%3Ealert(1)%3C/script%3E", "%25_%5C", "%00", "%21%26%7C%3A%2A", ""
        }) {
      var answer = visitor.get("/search?q=" + odd);
      assertEquals(200, answer.statusCode(), odd);
      assertFalse(answer.body().contains("<script>alert(1)"), odd);
    }
    assertNull(visitor.sessionCookie());
  }

  @Test
  void aMemberFindsAWordInsideOfAPdfFromTheBoxOfAnyPage() {
    for (boolean dark : new boolean[] {false, true}) {
      try (BrowserContext window = Stage.window(dark ? 360 : 1440, 800, true, dark)) {
        Page page = Stage.signIn(window, "member");
        if (dark) {
          page.navigate("/search?q=hawsepipe");
        } else {
          page.navigate("/library");
          page.locator("#bar-q").fill("hawsepipe");
          page.locator("#bar-q").press("Enter");
          page.waitForURL(url -> url.contains("/search?q=hawsepipe"));
        }
        assertTrue(page.locator("main").textContent().contains("What worked at anchor"));
        assertTrue(page.locator("main").textContent().contains("Found inside what-worked"));
        Accessibility.check(page, "search");
        Shots.take(page, "search-" + (dark ? "360-dark" : "1440"));
        page.navigate("/search?q=laddder");
        assertTrue(page.locator("[role=status]").textContent().contains("ladder"), "mended");
        page.navigate("/search?q=Lodestar&kind=directory");
        assertEquals(1, page.locator("main h2").count());
      }
    }
  }
}
