package org.csoalliance.it.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.csoalliance.it.harness.MadeAsam;
import org.csoalliance.it.harness.Site;
import org.csoalliance.it.harness.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An editor brings a list of another source onto the platform by a browser. */
class ImportE2E {
  private static final byte[] PNG =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

  /** Three that are new, one beyond the pole, one that tells the first again. */
  private static byte[] list() {
    String first =
        "INDONESIA: On 3 March, at 0215 local time, four robbers with long knives boarded an"
            + " anchored tanker, tied up the watchman and stole engine spares.";
    return new MadeAsam()
        .row("1981-11", "1981-03-03", "1°07'00\"N\n103°31'00\"E", first)
        .row(
            "1981-12",
            "1981-03-20",
            "5°52'00\"S\n13°02'00\"E",
            "CONGO: Robbers in canoes stole paint and mooring ropes from the forecastle.")
        .row(
            "1981-13",
            "1981-04-02",
            "22°10'00\"N\n91°45'00\"E",
            "BANGLADESH: Thieves on the stern were seen by the duty crew and jumped overboard.")
        .row("1981-14", "1981-04-09", "91°00'00\"N\n103°31'00\"E", "Robbers beyond the pole.")
        .row("1981-15", "1981-03-03", "1°07'30\"N\n103°31'00\"E", first + " The crew is safe.")
        .bytes();
  }

  @BeforeEach
  void noneIsHere() {
    Stage.base();
    Site.sql("delete from incident where source = 'NGA_ASAM'");
  }

  @AfterAll
  static void clean() {
    Site.sql("delete from incident where source = 'NGA_ASAM'");
  }

  @Test
  void everyRowIsAccountedForAndASecondTimeNothingChanges() {
    try (BrowserContext desk = Stage.desk()) {
      Page page = Stage.signIn(desk, "editor");
      List<String> complaints = complaints(page);
      upload(page, "made.csv", "text/csv", list());
      page.waitForURL(url -> url.matches(".*/editor/imports/\\d+"));
      done(page);
      assertEquals("5", tile(page, "Rows in the file"));
      int parts = 0;
      for (String tile :
          List.of("Imported", "Updated", "Possible duplicates", "Unchanged", "Refused")) {
        parts += Integer.parseInt(tile(page, tile));
      }
      assertEquals(5, parts, "the five counts add up");
      assertEquals("3", tile(page, "Imported"));
      assertEquals("1", tile(page, "Possible duplicates"));
      assertEquals("1", tile(page, "Refused"));
      String refused = page.locator("section[aria-labelledby=refused] tbody").textContent();
      assertTrue(refused.contains("8"), "its line: " + refused);
      assertTrue(refused.contains("outside the ranges"), refused);
      Accessibility.check(page, "an import");
      Shots.take(page, "import-1440");
      String file =
          page.waitForDownload(() -> page.locator("#refusalsCsv").click()).suggestedFilename();
      assertTrue(file.endsWith(".csv"), file);

      upload(page, "made.csv", "text/csv", list());
      page.waitForURL(url -> url.matches(".*/editor/imports/\\d+"));
      done(page);
      assertEquals("4", tile(page, "Unchanged"), "what was worked through before");
      assertEquals("1", tile(page, "Refused"));
      assertEquals("0", tile(page, "Imported"));
      assertEquals(List.of(), complaints);
    }
    look("/editor/imports", "imports");
  }

  @Test
  void progressIsSeenWhileItWorks() {
    try (BrowserContext desk = Stage.desk()) {
      Page page = Stage.signIn(desk, "editor");
      List<String> complaints = complaints(page);
      upload(page, "many.csv", "text/csv", MadeAsam.many(3_000).bytes());
      page.waitForURL(url -> url.matches(".*/editor/imports/\\d+"));
      done(page);
      assertEquals("3000", tile(page, "Rows in the file").replace(",", ""));
      assertEquals(List.of(), complaints);
      String address = page.url();
      page.navigate(address);
      assertTrue(page.locator("#state [role=status]").textContent().contains("Done. 3000 rows"));
      look(address, "import");
    }
  }

  @Test
  void aWrongFileIsToldInASentenceAndThePageStays() {
    try (BrowserContext desk = Stage.desk()) {
      Page page = Stage.signIn(desk, "editor");
      refused(page, "picture.png", "image/png", PNG);
      refused(page, "empty.csv", "text/csv", new byte[0]);
      String lacking = "reference,date,position,navArea,subreg,victim,description,\n";
      String said =
          refused(page, "lacking.csv", "text/csv", lacking.getBytes(StandardCharsets.UTF_8));
      assertTrue(said.contains("hostility"), said);
      page.navigate("/editor/imports");
      page.locator("#start").click();
      assertTrue(page.locator(".field .err").textContent().contains("Choose a file"));
      Accessibility.check(page, "imports with an error");
      Shots.take(page, "imports-error-1440");
    }
  }

  @Test
  void twoHundredMegabytesAreRefusedInASentence(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("large.csv");
    try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(200L * 1024 * 1024);
    }
    try (BrowserContext desk = Stage.desk()) {
      Page page = Stage.signIn(desk, "editor");
      page.navigate("/editor/imports");
      page.locator("#file").setInputFiles(file);
      page.locator("#start").click();
      page.locator(".field .err").waitFor(new Locator.WaitForOptions().setTimeout(90_000));
      String said = page.locator(".field .err").textContent();
      assertTrue(said.contains("32 MB"), said);
      assertEquals("0", Site.query("select count(*) from incident where source = 'NGA_ASAM'"));
    }
  }

  @Test
  void aListInLatin1ThatIsCutInTheMiddleComesInWithoutTheCutRow() {
    String odd = "Off Lomé robbers wrote #{7*7} <script>document.title='taken'</script> on deck.";
    byte[] whole =
        new String(
                new MadeAsam()
                    .row("1982-1", "1982-03-03", "6°07'00\"N\n1°17'00\"E", odd)
                    .row("1982-2", "2999-01-01", "6°07'00\"N\n1°17'00\"E", "In the future.")
                    .row("1982-3", "1800-01-01", "6°07'00\"N\n1°17'00\"E", "Long ago.")
                    .row("1982-4", "1982-04-04", "6°08'00\"N\n1°18'00\"E", "Cut off in here")
                    .bytes(),
                StandardCharsets.UTF_8)
            .getBytes(StandardCharsets.ISO_8859_1);
    try (BrowserContext desk = Stage.desk()) {
      Page page = Stage.signIn(desk, "editor");
      upload(page, "cut.csv", "text/csv", Arrays.copyOf(whole, whole.length - 10));
      page.waitForURL(url -> url.matches(".*/editor/imports/\\d+"));
      done(page);
      assertEquals("4", tile(page, "Rows in the file"));
      assertEquals("1", tile(page, "Imported"));
      assertEquals("3", tile(page, "Refused"));
      assertTrue(page.locator("main").textContent().contains("Latin-1"), "the page says so");
      String text = Site.query("select text from incident where source_reference = '1982-1'");
      assertTrue(text.contains("Lomé") && text.contains("#{7*7} <script>"), text);
      String reference =
          Site.query("select reference from incident where source_reference = '1982-1'");
      page.navigate("/incidents/" + reference);
      assertTrue(page.locator("main").textContent().contains("#{7*7} <script>"));
      assertEquals(0, page.locator("main script").count());
    }
  }

  private static String refused(Page page, String name, String type, byte[] content) {
    upload(page, name, type, content);
    page.locator(".field .err").waitFor();
    assertTrue(page.url().endsWith("/editor/imports"), page.url());
    String said = page.locator(".field .err").textContent();
    String summary = page.locator(".errors").textContent();
    assertTrue(summary.contains(said.replace("Error: ", "").strip()), summary + " lacks " + said);
    return said;
  }

  private static void upload(Page page, String name, String type, byte[] content) {
    page.navigate("/editor/imports");
    page.locator("#file").setInputFiles(new FilePayload(name, type, content));
    page.locator("#start").click();
  }

  private static void done(Page page) {
    // a pattern, since a plain text is found in any case: "9 of 10 rows are done."
    page.locator("[role=status]")
        .filter(new Locator.FilterOptions().setHasText(Pattern.compile("Done\\. ")))
        .first()
        .waitFor(new Locator.WaitForOptions().setTimeout(120_000));
  }

  private static String tile(Page page, String words) {
    return page.locator(".tiles div")
        .filter(new Locator.FilterOptions().setHasText(words))
        .locator("b")
        .textContent()
        .strip();
  }

  private static List<String> complaints(Page page) {
    List<String> complaints = new ArrayList<>();
    page.onConsoleMessage(
        message -> {
          if ("error".equals(message.type())) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    return complaints;
  }

  private static void look(String path, String name) {
    for (int width : new int[] {1440, 360}) {
      for (boolean dark : new boolean[] {false, true}) {
        try (BrowserContext window = Stage.window(width, 800, true, dark)) {
          Page page = Stage.signIn(window, "editor");
          page.navigate(path);
          Shots.take(page, name + "-" + width + (dark ? "-dark" : "-light"));
          Accessibility.check(page, path + " at " + width);
          assertEquals(
              0,
              page.evaluate(
                  "Math.max(0, document.documentElement.scrollWidth"
                      + " - document.documentElement.clientWidth)"),
              path + " scrolls sideways at " + width);
        }
      }
    }
  }
}
