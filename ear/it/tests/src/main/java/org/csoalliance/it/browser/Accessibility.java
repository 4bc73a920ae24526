package org.csoalliance.it.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Collectors;

/** axe-core over the page as it stands. */
final class Accessibility {
  private Accessibility() {}

  /** Finds no violation of WCAG 2.0 to 2.2, A and AA, nor of the best practices. */
  static void check(Page page, String what) {
    List<Rule> violations =
        new AxeBuilder(page)
            .withTags(
                List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
            .analyze()
            .getViolations();
    assertTrue(
        violations.isEmpty(),
        () ->
            what
                + ": "
                + violations.stream()
                    .map(
                        rule ->
                            rule.getId()
                                + " "
                                + rule.getNodes().stream()
                                    .limit(3)
                                    .map(node -> node.getHtml())
                                    .collect(Collectors.joining(" | ")))
                    .collect(Collectors.joining("; ")));
  }

  /** Opens each path, keeps a picture of it, and finds no violation and no scrolling sideways. */
  static void look(Page page, String name, int width, boolean dark, List<String> paths) {
    for (String path : paths) {
      page.navigate(path);
      Shots.take(
          page, name + path.replaceAll("[^a-z0-9]+", "-") + "-" + width + (dark ? "-dark" : ""));
      check(page, path + " at " + width);
      int over =
          ((Number)
                  page.evaluate(
                      "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
              .intValue();
      assertTrue(over <= 0, path + " at " + width + " scrolls sideways by " + over + " px");
    }
  }
}
