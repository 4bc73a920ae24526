package org.csoalliance.it.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.UUID;
import org.csoalliance.it.harness.Site;
import org.csoalliance.it.harness.Stage;
import org.csoalliance.it.harness.WebSession;
import org.junit.jupiter.api.Test;

/** A survey from its template to its chart. */
class SurveyE2E {
  @Test
  void anEditorRepeatsTheSurveyOf2016AndMembersAnswerOnce() {
    String title = "Cyber round " + UUID.randomUUID();
    try (BrowserContext desk = Stage.desk();
        BrowserContext phone = Stage.phoneWithoutScript();
        BrowserContext other = Stage.phoneWithoutScript()) {
      Page editor = Stage.signIn(desk, "editor");
      editor.navigate("/editor/surveys");
      editor.locator("#title").fill(title);
      editor.locator("button[value=create]").click();
      assertTrue(editor.locator(".errors").textContent().contains("day and time in UTC"));
      assertEquals(title, editor.locator("#title").inputValue());
      Accessibility.check(editor, "survey desk with errors");
      editor.locator("#opens").fill("2026-01-01 00:00");
      editor.locator("#closes").fill("2199-01-01 00:00");
      editor
          .locator("#template")
          .selectOption(
              new com.microsoft.playwright.options.SelectOption().setLabel("Cyber awareness 2016"));
      editor.locator("button[value=create]").click();
      assertEquals(2, editor.locator(".survey-questions > li").count(), "the questions of 2016");
      editor.locator("#text").fill("What <b>else</b>?");
      editor.locator("#kind").selectOption("TEXT");
      editor.locator("#required").uncheck();
      editor.locator("button[value=ask]").click();
      assertEquals(3, editor.locator(".survey-questions > li").count());
      Accessibility.check(editor, "survey draft");
      Shots.take(editor, "survey-draft-1440");
      editor.locator("button[value=publish]").click();
      String slug =
          Site.query("select slug from survey where title = '" + title + "' and published");

      Page member = Stage.signIn(phone, "member");
      Page again = Stage.signIn(other, "member");
      again.navigate("/surveys/" + slug);
      member.navigate("/surveys");
      member.locator("a", new Page.LocatorOptions().setHasText(title)).click();
      Shots.take(member, "survey-360");
      member.locator("main form button.btn").click();
      String errors = member.locator(".errors").textContent();
      assertTrue(errors.contains("Answer the question"), errors);
      answer(member);
      assertTrue(member.locator(".note.ok").first().textContent().contains("answers are in"));
      assertTrue(member.locator("#live").textContent().contains("few"));
      answer(again);
      assertTrue(again.locator("main").textContent().contains("One answer a person is taken"));
      assertEquals(
          "1",
          Site.query(
              "select cast(count(*) as text) from survey_answered a join survey s on s.id ="
                  + " a.survey_id where s.slug = '"
                  + slug
                  + "'"));
      // others of the demonstration are too few to show; made-up answers stand in for them
      Site.sql(
          "insert into survey_answer (survey_id, question_id, value) select q.survey_id, q.id,"
              + " cast(n % 2 as text) from survey_question q, generate_series(1, 20) n where q.kind"
              + " = 'SINGLE' and q.survey_id = (select id from survey where slug = '"
              + slug
              + "')");
      editor.navigate("/editor/surveys");
      editor.locator("a", new Page.LocatorOptions().setHasText(title)).click();
      editor.locator("button[value=close]").click();
      assertTrue(editor.locator(".note.ok").textContent().contains("is closed"));
      for (boolean dark : new boolean[] {false, true}) {
        try (BrowserContext window = Stage.window(dark ? 360 : 1440, 800, true, dark)) {
          Page page = Stage.signIn(window, "cruise");
          page.navigate("/surveys/" + slug);
          assertEquals(2, page.locator(".survey-chart").count());
          assertTrue(page.locator("main").textContent().contains("67%"), "the earlier round");
          Accessibility.check(page, "results");
          Shots.take(page, "survey-results-" + (dark ? "360-dark" : "1440"));
        }
      }
      WebSession reader = WebSession.signedIn(Stage.base(), "cruise");
      String csv = reader.get("/surveys/" + slug + "/results.csv").body();
      assertTrue(csv.contains("earlier percent") && csv.contains(",67.0"), csv);
    }
  }

  private static void answer(Page page) {
    for (int question = 0; question < 2; question++) {
      page.locator("fieldset").nth(question).locator("input[type=radio]").first().check();
    }
    page.locator("textarea").fill("=HYPERLINK(\"https://x.example\") <script>alert(1)</script>");
    page.locator("main form button.btn").click();
  }

  @Test
  void theRoundOf2016IsShownWithItsSource() {
    try (BrowserContext window = Stage.window(360, 740, true, true)) {
      Page page = Stage.signIn(window, "member");
      page.navigate("/surveys/cyber-awareness-2016");
      String text = page.locator("main").textContent();
      assertTrue(text.contains("67%") && text.contains("89%") && text.contains("more than 250"));
      assertTrue(text.contains("December 2016"), text);
      Accessibility.check(page, "2016");
      assertEquals(404, page.navigate("/surveys/no-such-survey").status());
    }
    for (String who : new String[] {"partner", "applicant", "auditor", "administrator"}) {
      WebSession session = WebSession.signedIn(Stage.base(), who);
      assertEquals(403, session.get("/surveys").statusCode(), who);
      assertEquals(403, session.get("/editor/surveys").statusCode(), who);
    }
    WebSession member = WebSession.signedIn(Stage.base(), "member");
    assertEquals(403, member.get("/editor/surveys").statusCode());
    assertEquals(403, member.get("/editor/surveys/1/answers.csv").statusCode());
  }
}
