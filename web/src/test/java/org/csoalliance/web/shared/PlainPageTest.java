package org.csoalliance.web.shared;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PlainPageTest {
  @Test
  void aPageWithoutFacesHasTheFaceOfTheHouse() {
    byte[] file = {};
    Assets assets =
        new Assets(
            "/csoa",
            Map.of(
                "css/tokens.css", file,
                "css/app.css", file,
                "img/favicon.svg", file,
                "img/icons.svg", file));
    String page = PlainPage.of(assets, "That was too large", "Nothing was stored.", "Go back.");
    assertTrue(page.contains(assets.url("css/light.css")));
    assertTrue(page.contains("href=\"/csoa/\""));
    assertTrue(page.contains("<h1>That was too large</h1>"));
    assertTrue(page.contains("<p>Nothing was stored.</p><p>Go back.</p>"));
  }

  @Test
  void withoutAssetsThereArePlainWords() {
    String page = PlainPage.of(null, "Not found", "Go back.");
    assertTrue(page.contains("<p>Go back.</p>"));
    assertFalse(page.contains("stylesheet"));
  }
}
