package org.csoalliance.it.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.csoalliance.it.harness.Site;
import org.csoalliance.it.harness.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An editor brings a list of a source that nobody knew onto the platform, without scripts. */
class ListImportE2E {
  private static final String LIST =
      "Nr;Date;Where;Pos;What;Story\n"
          + "L-1;03/05/1995;Off Lagos;06-20N 003-20E;armed robbery;Robbers took ropes.\n"
          + "L-2;04/05/1995;Off Lagos;95-20N 003-20E;armed robbery;Beyond the pole.\n"
          + "L-3;05/05/1995;Off Lagos;;piracy;A skiff came near.\n";

  @BeforeAll
  static void start() {
    Stage.base();
    clean();
  }

  @AfterAll
  static void clean() {
    Site.sql("delete from incident where source = 'LIST'");
    Site.sql("delete from import_mapping where name = 'Gulf weekly'");
  }

  private static void upload(Page page, byte[] content) {
    page.navigate("/editor/imports/list");
    page.locator("#file").setInputFiles(new FilePayload("gulf.csv", "text/csv", content));
    page.locator("#go").click();
  }

  @Test
  void columnsAreMappedLookedAtSavedAndImported() throws Exception {
    try (BrowserContext desk = Stage.window(1440, 900, false, false)) {
      Page page = Stage.signIn(desk, "editor");
      upload(page, new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0});
      assertTrue(page.locator(".field .err").textContent().contains("no text"));
      upload(page, LIST.getBytes(StandardCharsets.UTF_8));
      page.waitForURL(url -> url.matches(".*/editor/imports/list/\\d+"));
      assertEquals("Date", page.locator("#DATE").inputValue(), "guessed by its name");
      page.locator("#start").click();
      assertTrue(page.locator(".errors").textContent().contains("Say whose list it is"));
      page.locator("#sourceName").fill("Gulf weekly list");
      page.locator("#REFERENCE").selectOption("Nr");
      page.locator("#AREA").selectOption("Where");
      page.locator("#POSITION").selectOption("Pos");
      page.locator("#KIND").selectOption("What");
      page.locator("#TEXT").selectOption("Story");
      page.locator("#dateFormat").selectOption("dd/MM/uuuu");
      page.locator("#kinds").fill("armed robbery = ROBBERY\npiracy = SUSPICIOUS");
      page.locator("#look").click();
      assertTrue(
          page.locator("[role=status]")
              .allTextContents()
              .toString()
              .contains("2 rows can be taken, 1 cannot"));
      Shots.take(page, "list-mapping-1440");
      page.locator("#mappingName").fill("Gulf weekly");
      page.locator("#save").click();
      page.locator("#start").click();
      page.waitForURL(url -> url.matches(".*/editor/imports/\\d+"));
      for (int turn = 0; turn < 60 && !page.content().contains("Done. 3 rows"); turn++) {
        page.waitForTimeout(500);
        page.reload();
      }
      assertTrue(page.content().contains("Done. 3 rows"));
      assertEquals("2", Site.query("select count(*) from incident where source = 'LIST'"));
      page.navigate(
          "/incidents/" + Site.query("select min(reference) from incident where source = 'LIST'"));
      assertTrue(page.locator("main").textContent().contains("Gulf weekly list"));

      upload(page, LIST.getBytes(StandardCharsets.UTF_8));
      page.locator("#saved").selectOption("Gulf weekly");
      page.locator("#use").click();
      assertEquals("Story", page.locator("#TEXT").inputValue());
      assertEquals("Gulf weekly list", page.locator("#sourceName").inputValue());
    }
    try (BrowserContext desk = Stage.window(360, 740, true, true)) {
      Page page = Stage.signIn(desk, "editor");
      upload(page, LIST.getBytes(StandardCharsets.UTF_8));
      page.locator("#DATE").waitFor();
      Accessibility.check(page, "the columns of a list");
      Shots.take(page, "list-mapping-360-dark");
      assertEquals(
          0,
          page.evaluate(
              "Math.max(0, document.documentElement.scrollWidth"
                  + " - document.documentElement.clientWidth)"),
          "scrolls sideways");
    }
  }
}
