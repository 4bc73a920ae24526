package org.csoalliance.it.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.csoalliance.it.harness.Eventually;
import org.csoalliance.it.harness.Site;
import org.csoalliance.it.harness.Stage;
import org.csoalliance.it.harness.WebSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contact us, from the form to the answer, and the texts that people accept. */
class ContactE2E {
  private static final String XSS = "<script>alert(1)</script><img src=x onerror=alert(2)>";

  private static void fill(Page page, String subject, String body) {
    page.locator("#topic").selectOption("EVENTS");
    page.locator("#name").fill("Ann Other");
    page.locator("#email").fill("ann-" + UUID.randomUUID() + "@sea.example");
    page.locator("#subject").fill(subject);
    page.locator("#body").fill(body);
  }

  /** A person needs longer than a machine; the page says so, and a second press is good then. */
  private static void send(Page page) {
    Eventually.get(
        "the message is taken",
        Duration.ofSeconds(30),
        () -> {
          page.locator("main form button.btn").first().click();
          return page.url().contains("/contact/thread") ? page.url() : null;
        });
  }

  @Test
  void aVisitorWritesAnOfficerAnswersAndThePersonWritesAgain() {
    String subject = "Question " + UUID.randomUUID() + " " + XSS;
    try (BrowserContext phone = Stage.phoneWithoutScript();
        BrowserContext desk = Stage.desk()) {
      Page page = phone.newPage();
      page.navigate("/contact");
      page.locator("main form button.btn").first().click();
      String errors = page.locator(".errors").textContent();
      assertTrue(errors.contains("Choose what it is about"), errors);
      assertTrue(page.title().startsWith("Error: "), page.title());
      fill(page, subject, "Two lines\nand a javascript:alert(1) link " + XSS);
      send(page);
      String reference = page.locator(".note.ok .ref").textContent();
      assertTrue(reference.matches("MSG-\\d{4}-\\d{5}"), reference);
      assertEquals(0, page.locator("main script, main img").count());
      String thread = page.url();

      Page officer = Stage.signIn(desk, "organiser");
      officer.navigate("/editor/contact?state=OPEN");
      officer.locator("a", new Page.LocatorOptions().setHasText(reference)).click();
      assertEquals(subject, officer.locator("h1").textContent());
      Accessibility.check(officer, "case");
      officer.locator("button[value=answer]").click();
      assertTrue(officer.locator(".errors").textContent().contains("Write your message"));
      officer.locator("#body").fill("On Tuesday, in the port office.");
      officer.locator("button[value=answer]").click();
      assertTrue(officer.locator(".note.ok").textContent().contains("on its way by mail"));

      page.navigate(thread);
      assertTrue(page.locator("main").textContent().contains("On Tuesday, in the port office."));
      page.locator("#body").fill("Thank you");
      page.locator("main form button.btn").first().click();
      assertEquals(3, page.locator(".contact-thread li").count());
      assertEquals(
          "OPEN",
          Site.query("select state from contact_thread where reference = '" + reference + "'"));
      WebSession editor = WebSession.signedIn(Stage.base(), "editor");
      assertEquals(404, editor.get("/editor/contact/" + reference).statusCode(), "not its topic");
      WebSession member = WebSession.signedIn(Stage.base(), "member");
      assertEquals(403, member.get("/editor/contact").statusCode());
      assertEquals(403, member.get("/editor/contact/" + reference).statusCode());
    }
  }

  @Test
  void aVisitorGetsNoSessionAndAMadeUpLinkOpensNothing() {
    WebSession visitor = new WebSession(Stage.base());
    assertEquals(200, visitor.get("/contact").statusCode());
    assertNull(visitor.sessionCookie());
    assertEquals(404, visitor.get("/contact/thread?t=MQ.AAAA").statusCode());
    assertEquals(404, visitor.get("/contact/thread").statusCode());
    String text = visitor.get("/.well-known/security.txt").body();
    assertTrue(text.startsWith("Contact: mailto:") && text.contains("\nExpires: "), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x\r\nBcc: all@sea.example", "\u0000", "a\tb"})
  void aHeaderIsNotInjected(String subject) {
    WebSession visitor = new WebSession(Stage.base());
    String body =
        visitor
            .post(
                "/contact",
                Map.of(
                    "topic", "PRESS",
                    "name", "Ann",
                    "email", "ann@sea.example",
                    "subject", subject + "y",
                    "body", "Text"))
            .body();
    assertTrue(body.contains("Write it in one line"), body);
  }

  @Test
  void theTextsStandInVersionsAndAcceptanceIsAskedAgain() {
    Stage.base();
    String accepted =
        "legal_acceptance where document = 'TERMS' and account_id ="
            + " (select id from account where email = 'pmsc@demo.example')";
    Site.sql("delete from " + accepted);
    try (BrowserContext window = Stage.desk()) {
      Page page = Stage.signIn(window, "pmsc");
      page.navigate("/me");
      page.locator("main .note a[href$='/me/rules']").click();
      Accessibility.check(page, "my rules");
      page.locator("button[value=terms]").click();
      assertTrue(page.locator(".note.ok").first().textContent().contains("Terms of use"));
      page.navigate("/me");
      assertEquals(0, page.locator("main .note a[href$='/me/rules']").count());
      assertEquals("1", Site.query("select cast(count(*) as text) from " + accepted));
    }
    try (BrowserContext window = Stage.window(360, 740, true, true)) {
      Page page = Stage.signIn(window, "auditor");
      page.navigate("/admin/legal?document=terms&who=guard");
      assertTrue(page.locator("main").textContent().contains("L. Guard"));
      Accessibility.check(page, "accepted texts");
      for (String document : new String[] {"privacy", "terms", "conduct", "accessibility"}) {
        assertEquals(200, page.navigate("/legal/" + document).status(), document);
        Accessibility.check(page, document);
      }
      assertEquals(404, page.navigate("/legal/privacy/2016-01").status());
      assertEquals(404, page.navigate("/legal/secrets").status());
    }
    assertEquals(403, WebSession.signedIn(Stage.base(), "editor").get("/admin/legal").statusCode());
  }
}
