package org.csoalliance.it.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.csoalliance.it.harness.Site;
import org.csoalliance.it.harness.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever is typed into a report is taken as text or refused in a sentence; nothing breaks. */
class BadInputE2E {
  private static final List<String> FREE =
      List.of("area", "shipName", "harmNote", "told", "contact");
  private static final String WORDS = "Three men with bad inputs came over the stern.";
  private static final String LONG = "x".repeat(100 * 1024);
  private static final Map<String, String> ODD =
      Map.of(
          "right to left", "قراصنة على متن السفينة \u202Etxet",
          "control characters", "before\u0001\u0007\u001B[31m\u0000after the bell",
          "a script", "<script>document.title='taken'</script><img src=x onerror=alert(1)>",
          "an expression", "#{7*7} ${7*7} EL",
          "quotes", "'; drop table incident; -- \" & &amp; \\");

  private BrowserContext window;
  private Page page;
  private String before;
  private final List<Integer> faults = new ArrayList<>();

  @BeforeEach
  void open() {
    Stage.base();
    before = Site.query("select count(*) from incident");
    window = Stage.window(1440, 900, false, false);
    page = Stage.signIn(window, "member");
    page.onResponse(
        answer -> {
          if (answer.status() >= 500) {
            faults.add(answer.status());
          }
        });
  }

  @AfterEach
  void nothingBroke() {
    window.close();
    assertEquals(List.of(), faults, "answers of 500 and above");
  }

  @Test
  void oddTextIsText() {
    ODD.forEach(
        (what, odd) -> {
          fresh();
          page.locator("#text").fill(WORDS + " " + odd);
          FREE.forEach(field -> page.locator("#" + field).fill(odd));
          page.locator("#check").click();
          String answers = page.locator("dl.answers").textContent();
          assertFalse(answers.contains("49 EL") || page.title().contains("taken"), what);
          if (what.startsWith("a ") || what.startsWith("an ")) {
            assertTrue(answers.contains(odd), what + ": " + answers);
          }
          assertEquals(0, page.locator("main script, main img[onerror]").count(), what);
        });
    assertNothingSaved();
  }

  @Test
  void oddTextInAPositionOrAShipNumberIsRefused() {
    for (String field : List.of("position", "shipImo")) {
      ODD.forEach(
          (what, odd) -> {
            fresh();
            page.locator("#area").fill("Conakry anchorage");
            page.locator("#" + field).fill(odd + " 7");
            refused(field, what);
          });
    }
    assertNothingSaved();
  }

  @Test
  void tooMuchIsRefusedAndKept() {
    List<String> all = new ArrayList<>(FREE);
    all.addAll(List.of("text", "position", "shipImo"));
    for (String field : all) {
      fresh();
      page.locator("#" + field).fill(field.equals("position") ? LONG + "7" : LONG);
      long start = System.nanoTime();
      refused(field, "100 KB");
      long seconds = (System.nanoTime() - start) / 1_000_000_000;
      assertTrue(seconds < 10, field + " of 100 KB took " + seconds + " s");
      assertTrue(page.locator("#" + field).inputValue().length() >= 100 * 1024, field + " is kept");
    }
    assertNothingSaved();
  }

  @Test
  void numbersWithoutEndAreRefused() {
    fresh();
    page.locator("#position").fill("12".repeat(50_000));
    refused("position", "100 KB of digits");
    fresh();
    page.locator("#time").fill("1".repeat(100_000));
    page.locator("#check").click();
    assertTrue(page.locator("#when-e").textContent().contains("0415"));
    assertNothingSaved();
  }

  @Test
  void oddTextInADateIsRefusedAndKept() {
    List<String> fields = List.of("day", "month", "year", "time");
    fields.forEach(field -> oddDate(field, "100 KB", LONG));
    int turn = 0;
    for (Map.Entry<String, String> odd : ODD.entrySet()) {
      oddDate(fields.get(turn++ % fields.size()), odd.getKey(), odd.getValue());
    }
    assertNothingSaved();
  }

  private void oddDate(String field, String what, String text) {
    fresh();
    page.locator("#" + field).fill(text);
    page.locator("#check").click();
    page.locator("#when-e, dl.answers").first().waitFor();
    assertEquals(1, page.locator("#when-e").count(), field + ", " + what);
    summary(page.locator("#when-e").textContent().replace("Error:", "").strip());
    assertEquals("true", page.locator("#" + field).getAttribute("aria-invalid"));
    assertFalse(page.locator("#" + field).inputValue().isBlank(), field + " is kept");
    assertEquals(WORDS, page.locator("#text").inputValue(), field + ", " + what);
    assertEquals(0, page.locator("main script, main img[onerror]").count(), what);
  }

  @Test
  void blanksAreNoAnswer() {
    fresh();
    for (String field : List.of("text", "position", "area", "day", "month", "year", "time")) {
      page.locator("#" + field).fill("   \t ");
    }
    page.locator("#check").click();
    summary("Say in your words what happened");
    summary("Enter the day it happened");
    assertTrue(page.locator(".errors a").count() >= 3);
    assertNothingSaved();
  }

  @Test
  void impossibleTimesArePlainlyRefused() {
    fresh();
    page.locator("#year").fill("2999");
    when("future");
    fresh();
    page.locator("#year").fill("1800");
    when("before 1990");
    fresh();
    page.locator("#day").fill("31");
    page.locator("#month").fill("2");
    when("has no day 31");
    fresh();
    page.locator("#time").fill("2561");
    when("0415");
    fresh();
    page.locator("#year").fill("MMXXVI");
    when("Year must be");
    assertNothingSaved();
  }

  @Test
  void impossiblePlacesAndNumbersAreRefused() {
    fresh();
    page.locator("#position").fill("91-00.0N 003-12.1E");
    assertTrue(refused("position", "latitude 91").contains("90 degrees"));
    fresh();
    page.locator("#position").fill("01-75.0N 003-12.1E");
    assertTrue(refused("position", "75 minutes").contains("below 60"));
    fresh();
    page.locator("#shipImo").fill("9074728");
    assertTrue(refused("shipImo", "a wrong check digit").contains("check digit"));
    assertNothingSaved();
  }

  @Test
  void whatNoPageSendsIsNoFault() {
    fresh();
    String answer =
        page.content()
            .replaceAll("(?s).*name=\"jakarta.faces.ViewState\"[^>]*value=\"([^\"]*)\".*", "$1");
    var sent =
        page.request()
            .post(
                "/report",
                com.microsoft.playwright.options.RequestOptions.create()
                    .setHeader("Origin", Stage.base().toString().replaceAll("/$", ""))
                    .setForm(
                        com.microsoft.playwright.options.FormData.create()
                            .set("report", "report")
                            .set("jakarta.faces.ViewState", answer)
                            .set("submissionKey", "not a key")
                            .set("kind", "NO_SUCH_KIND")
                            .set("precision", "NO_SUCH")
                            .set("clock", "99999999999")
                            .set("tlp", "PURPLE")
                            .set("text", WORDS)
                            .set("check", "x")));
    assertTrue(sent.status() < 500, "answered " + sent.status());
    assertNothingSaved();
  }

  private void fresh() {
    page.navigate("/report");
    ReportSteps.fill(page, WORDS);
  }

  private String refused(String field, String what) {
    page.locator("#check").click();
    page.locator(".errors, dl.answers").waitFor();
    assertTrue(page.title().startsWith("Error: "), field + ", " + what + ": " + page.title());
    Locator sentence = page.locator(".field:has(#" + field + ") .err");
    assertEquals(1, sentence.count(), "beside " + field + ", " + what);
    String said = sentence.textContent().replace("Error:", "").strip();
    summary(said);
    assertTrue(
        page.locator(".errors a[href='#" + field + "']").count() == 1,
        field + " is linked, " + what);
    assertEquals(WORDS.length() > 0, page.locator("#text").inputValue().length() > 0);
    return said;
  }

  private void when(String words) {
    page.locator("#check").click();
    String said = page.locator("#when-e").textContent();
    assertTrue(said.contains(words), said);
    summary(words);
    assertEquals(WORDS, page.locator("#text").inputValue());
  }

  private void summary(String words) {
    String summary = page.locator(".errors").textContent();
    assertTrue(summary.contains(words), summary + " lacks " + words);
  }

  private void assertNothingSaved() {
    assertEquals(before, Site.query("select count(*) from incident"), "nothing is saved");
  }
}
