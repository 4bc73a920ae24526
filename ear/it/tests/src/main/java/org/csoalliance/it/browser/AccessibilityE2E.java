package org.csoalliance.it.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import org.csoalliance.it.harness.Site;
import org.csoalliance.it.harness.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each page, for each role, light at a desk and dark on a phone: no violation, no overflow. Colours
 * do not follow the width, so the other two pairs would find the same again.
 */
class AccessibilityE2E {

  @ParameterizedTest(name = "{0} px, dark {1}")
  @CsvSource({"1440, false", "360, true"})
  void pagesOfAVisitor(int width, boolean dark) {
    try (BrowserContext window = Stage.window(width, 800, true, dark)) {
      Page page = window.newPage();
      look(
          page,
          width,
          List.of(
              "/",
              "/why",
              "/why/connecting",
              "/why/communicating",
              "/why/confirming",
              "/why/collaborating",
              "/news",
              "/contact",
              "/join",
              "/sign-in",
              "/incidents",
              "/incidents?text=nothingatall",
              "/activate?code=wrong",
              "/nothing/here"));
    }
  }

  @ParameterizedTest(name = "{0} px, dark {1}")
  @CsvSource({"1440, false", "360, true"})
  void pagesOfSignedInPeople(int width, boolean dark) {
    see(width, dark, "member", List.of("/me", "/incidents", "/report", "/me/security"));
    see(
        width,
        dark,
        "member",
        List.of("/alerts", "/alerts/new?shape=POLYGON", "/alerts/new", "/alerts/hours"));
    see(
        width,
        dark,
        "member",
        List.of(
            "/me/fleet",
            "/me/fleet/add?imo=9900033",
            "/me/company?leave=1",
            "/me/data",
            "/members",
            "/members/coverage",
            "/groups"));
    see(
        width,
        dark,
        "editor",
        List.of("/me", "/editor/queue", "/editor/imports", "/editor/coverage"));
    see(
        width,
        dark,
        "vetting",
        List.of("/vetting", "/vetting/" + application(), "/vetting/members", "/vetting/claims"));
    see(width, dark, "administrator", List.of("/admin", "/admin/mail", "/admin/people"));
    see(width, dark, "auditor", List.of("/audit", "/audit/seen"));
  }

  private static String application() {
    Stage.base();
    return Site.query("select min(reference) from application where state <> 'DRAFT'");
  }

  private static void see(int width, boolean dark, String who, List<String> paths) {
    try (BrowserContext window = Stage.window(width, 800, true, dark)) {
      look(Stage.signIn(window, who), width, paths);
    }
  }

  private static void look(Page page, int width, List<String> paths) {
    for (String path : paths) {
      page.navigate(path);
      Accessibility.check(page, path + " at " + width);
      int over =
          ((Number)
                  page.evaluate(
                      "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
              .intValue();
      assertTrue(over <= 0, path + " at " + width + " scrolls sideways by " + over + " px");
    }
  }
}
