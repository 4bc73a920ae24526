package org.csoalliance.it.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.csoalliance.it.harness.Site;
import org.csoalliance.it.harness.Stage;
import org.csoalliance.it.harness.WebSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was typed into a report is not lost, is told to nobody else, and is sent once. */
class DraftE2E {
  private static final String STORE = "JSON.stringify(window.localStorage)";
  private static final String CONTACT = "master.of.the.ship@vessel.example";

  private final String words = "Two men climbed the anchor chain, draft " + System.nanoTime();

  @BeforeEach
  void start() {
    Stage.base();
  }

  @Test
  void survivesAClosedTabAndIsSeenByNobodyElse() {
    try (BrowserContext window = Stage.desk()) {
      Page first = Stage.signIn(window, "member");
      first.navigate("/report");
      ReportSteps.fill(first, words);
      first.locator("#contact").fill(CONTACT);
      assertTrue(store(first).contains(words), "kept on every input");
      assertFalse(store(first).contains(CONTACT), "the contact is never kept");
      first.close();

      Page again = window.newPage();
      again.navigate("/report");
      assertTrue(again.locator("#draft-note").isVisible(), "told that the draft is back");
      assertEquals(words, again.locator("#text").inputValue());
      assertTrue(again.locator("input[name=kind][value=ROBBERY]").isChecked());
      assertEquals("", again.locator("#contact").inputValue());
      Accessibility.check(again, "/report with a draft");
      again.locator("form[action$='sign-out'] button").first().click();

      Page other = Stage.signIn(window, "cruise");
      other.navigate("/report");
      assertEquals("", other.locator("#text").inputValue(), "another person’s draft");
      assertFalse(other.locator("#draft-note").isVisible());
    }
  }

  @Test
  void survivesTheEndOfTheSession() {
    try (BrowserContext window = Stage.desk()) {
      Page page = Stage.signIn(window, "member");
      page.navigate("/report");
      ReportSteps.fill(page, words);
      window.clearCookies();
      page.locator("#check").click();
      page.waitForURL(url -> url.contains("/sign-in"));
      assertTrue(page.locator("main").textContent().contains("report"), page.content());
      page.locator("input[autocomplete=username], input[type=email]")
          .first()
          .fill("member@demo.example");
      page.locator("input[type=password]").fill(WebSession.PASSWORD);
      page.locator("main button[type=submit], main input[type=submit]").first().click();
      page.waitForURL(url -> url.endsWith("/report"));
      assertEquals(words, page.locator("#text").inputValue());
      assertEquals("09-28.1N 013-46.7W", page.locator("#position").inputValue());
    }
  }

  @Test
  void survivesALostConnectionAndIsGoneOnceItIsSent() {
    try (BrowserContext window = Stage.desk()) {
      Page page = Stage.signIn(window, "member");
      page.navigate("/report");
      ReportSteps.fill(page, words);
      page.locator("#contact").fill(CONTACT);
      window.setOffline(true);
      page.locator("#check").click();
      page.locator("#offline-note:visible").waitFor();
      assertTrue(page.locator("#offline-note").textContent().contains("No connection"));
      assertEquals(words, page.locator("#text").inputValue());
      window.setOffline(false);
      page.locator("#check").click();
      page.locator("#send").waitFor();

      window.setOffline(true);
      page.locator("#send").click();
      page.locator("#offline-note:visible").waitFor();
      window.setOffline(false);
      assertFalse(store(page).contains(CONTACT), "the contact is never kept");
      page.locator("#send").click();
      page.waitForURL(url -> url.contains("/incidents/CSOA-"));
      assertFalse(store(page).contains(words), "the draft has served");
      page.navigate("/report");
      assertEquals("", page.locator("#text").inputValue());
    }
    assertEquals("1", reports());
  }

  @Test
  void sentTwiceIsOneReport() {
    try (BrowserContext window = Stage.desk()) {
      Page page = Stage.signIn(window, "member");
      page.navigate("/report");
      ReportSteps.fill(page, words);
      page.locator("#check").click();
      page.locator("#send").waitFor();
      Object answers =
          page.evaluate(
              """
              () => {
                const form = document.getElementById('answers');
                const body = new URLSearchParams(new FormData(form));
                body.set('send', document.getElementById('send').value);
                const post = () => fetch(form.action, { method: 'POST', body })
                  .then(answer => answer.status + ' ' + answer.url.replace(/.*\\/incidents\\//, ''));
                return Promise.all([post(), post(), post()]).then(all => all.join(','));
              }""");
      assertEquals("1", reports(), "three at once: " + answers);
      page.locator("#send").dblclick();
      page.waitForURL(url -> url.contains("/incidents/CSOA-"));
      for (String answer : answers.toString().split(",", -1)) {
        assertTrue(
            answer.startsWith("200 " + ReportSteps.reference(page)),
            answers + " and then " + page.url());
      }
    }
    assertEquals("1", reports(), "and a double click more");
  }

  private String reports() {
    return Site.query("select count(*) from incident where text = '" + words + "'");
  }

  private static String store(Page page) {
    return page.evaluate(STORE).toString();
  }
}
